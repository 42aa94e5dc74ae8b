"""Curves as points (n, 2): x grows right, y grows down, angles run clockwise from the top."""

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]


def polar(radii: npt.ArrayLike, angles: npt.ArrayLike) -> Points:
    """Points (n, 2) at radii, one or (n,), and angles (n,) in radians."""
    around = np.asarray(angles, float)
    points = np.stack([np.sin(around), -np.cos(around)], axis=1)
    scaled: Points = points * np.reshape(np.asarray(radii, float), (-1, 1))
    return scaled


def circle(radius: float, centre: npt.ArrayLike = (0, 0), count: int = 90) -> Points:
    """Points (count, 2) on a circle."""
    return moved(polar(radius, np.linspace(0, 2 * np.pi, count, endpoint=False)), centre)


def star(outer: float, inner: float, points: int = 5) -> Points:
    """The corners (2 x points, 2) of a star, one point up."""
    angles = np.arange(2 * points) * np.pi / points
    return polar(np.where(np.arange(2 * points) % 2, inner, outer), angles)


def box(left: float, top: float, right: float, bottom: float) -> Points:
    """The four corners of a rectangle."""
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)], float)


def bezier(*controls: tuple[float, float], count: int = 40) -> Points:
    """Points (count, 2) of the Bézier curve with any number of control points."""
    t = np.linspace(0, 1, count)[:, None, None]
    level: Points = np.repeat(np.asarray(controls, float)[None], count, axis=0)
    while level.shape[1] > 1:
        level = level[:, :-1] * (1 - t) + level[:, 1:] * t
    return level[:, 0]


def joined(*curves: Points) -> Points:
    """Curves one after the other."""
    return np.concatenate(curves)


def spiral(start: float, end: float, turns: float, count: int = 80) -> Points:
    """A spiral about the origin from one radius to another, starting at the bottom."""
    t = np.linspace(0, 1, count)
    return polar(start + (end - start) * t**0.8, np.pi + 2 * np.pi * turns * t)


def ribbon(points: Points, widths: npt.ArrayLike) -> Points:
    """The outline (2n, 2) of a line (n, 2) with widths, one or (n,)."""
    along = np.gradient(points, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True) + 1e-9
    half = np.broadcast_to(np.asarray(widths, float) / 2, len(points))[:, None]
    across = along[:, ::-1] * (-1, 1) * half
    return joined(points + across, (points - across)[::-1])


def bulge(count: int, power: float = 1.0) -> npt.NDArray[np.float64]:
    """Widths (count,) that swell from 0 to 1 and back."""
    swollen: npt.NDArray[np.float64] = np.sin(np.linspace(0, np.pi, count)) ** power
    return swollen


def petal(length: float, width: float, round_end: float = 0.65, count: int = 24) -> Points:
    """The outline of a petal from the origin upwards; `round_end` is where it is widest."""
    side = bezier((0, 0), (width, -length * round_end), (width * 0.7, -length), (0, -length))
    side = side[:: max(1, len(side) // count)]
    return joined(side, mirrored(side)[::-1])


def turned(points: Points, angle: float) -> Points:
    """Points turned about the origin by an angle in radians."""
    cos, sin = np.cos(angle), np.sin(angle)
    rotated: Points = points @ np.array([[cos, sin], [-sin, cos]])
    return rotated


def moved(points: Points, by: npt.ArrayLike) -> Points:
    """Points moved right and down."""
    there: Points = points + np.asarray(by, float)
    return there


def mirrored(points: Points) -> Points:
    """Points with left and right changed."""
    flipped: Points = points * np.array([-1, 1])
    return flipped
