"""The virtual thumbnail grid."""
