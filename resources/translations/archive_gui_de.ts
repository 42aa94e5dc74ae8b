<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AboutWindow</name>
    <message>
        <source>About archive-gui</source>
        <translation>Über archive-gui</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>It is built on</source>
        <translation>Es baut auf</translation>
    </message>
    <message>
        <source>Log: {folder}</source>
        <translation>Protokoll: {folder}</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Teach a computer what “similar” means in your picture archive. Free software under the Apache License 2.0.</source>
        <translation>Bringen Sie einem Computer bei, was in Ihrem Bildarchiv „ähnlich“ heißt. Freie Software unter der Apache-Lizenz 2.0.</translation>
    </message>
    <message>
        <source>The weights of the other networks are downloaded by Keras when they are chosen; they were trained on ImageNet.</source>
        <translation>Die Gewichte der anderen Netze lädt Keras, wenn sie gewählt werden; sie wurden mit ImageNet trainiert.</translation>
    </message>
    <message>
        <source>What the program is built on</source>
        <translation>Worauf das Programm aufbaut</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About archive-gui</source>
        <translation>Ü&amp;ber archive-gui</translation>
    </message>
    <message>
        <source>&amp;Back to the archive</source>
        <translation>&amp;Zurück zum Archiv</translation>
    </message>
    <message>
        <source>&amp;Close archive</source>
        <translation>Archiv s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Compare versions</source>
        <translation>Versionen &amp;vergleichen</translation>
    </message>
    <message>
        <source>&amp;Copy diagnostics</source>
        <translation>&amp;Diagnose kopieren</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Groupings of another curator…</source>
        <translation>&amp;Gruppierungen von jemand anderem…</translation>
    </message>
    <message>
        <source>&amp;IIIF manifest…</source>
        <translation>&amp;IIIF-Manifest…</translation>
    </message>
    <message>
        <source>&amp;Invert selection</source>
        <translation>Auswahl &amp;umkehren</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Larger images</source>
        <translation>&amp;Größere Bilder</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>&amp;Metadata…</source>
        <translation>&amp;Metadaten…</translation>
    </message>
    <message>
        <source>&amp;Next place</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Open folder…</source>
        <translation>Ordner ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Paste as query</source>
        <translation>Als Abfrage &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Previous place</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Scan again</source>
        <translation>&amp;Neu einlesen</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Ei&amp;nstellungen…</translation>
    </message>
    <message>
        <source>&amp;Stop training</source>
        <translation>Training &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Trainieren</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>Über dieses Programm</translation>
    </message>
    <message>
        <source>All keys on one sheet</source>
        <translation>Alle Tasten auf einem Blatt</translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation>Anker</translation>
    </message>
    <message>
        <source>Appearance, language and more</source>
        <translation>Erscheinungsbild, Sprache und mehr</translation>
    </message>
    <message>
        <source>Ask a library&apos;s server for the images of a manifest, for an archive of them</source>
        <translation>Den Server einer Bibliothek nach den Bildern eines Manifests fragen, für ein Archiv daraus</translation>
    </message>
    <message>
        <source>Choose an image file and find what is like it</source>
        <translation>Eine Bilddatei wählen und Ähnliches finden</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Das Programm schließen</translation>
    </message>
    <message>
        <source>Close this archive</source>
        <translation>Dieses Archiv schließen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Contact s&amp;heet…</source>
        <translation>&amp;Kontaktbogen…</translation>
    </message>
    <message>
        <source>Contact sheet of these…</source>
        <translation>Kontaktbogen aus diesen…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy the files, and a single image also as a picture</source>
        <translation>Die Dateien kopieren, ein einzelnes Bild auch als Bild</translation>
    </message>
    <message>
        <source>Copy what the program runs on, to paste into a question or a bug report</source>
        <translation>Kopieren, worauf das Programm läuft, um es in eine Frage oder einen Fehlerbericht einzufügen</translation>
    </message>
    <message>
        <source>Copy where the files lie, one on a line</source>
        <translation>Kopieren, wo die Dateien liegen, je eine Zeile</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the selected groupings; the images stay</source>
        <translation>Die ausgewählten Gruppierungen löschen; die Bilder bleiben</translation>
    </message>
    <message>
        <source>End now and keep the best so far</source>
        <translation>Jetzt beenden und das bisher Beste behalten</translation>
    </message>
    <message>
        <source>Export &amp;groupings…</source>
        <translation>&amp;Gruppierungen exportieren…</translation>
    </message>
    <message>
        <source>Export &amp;triplets…</source>
        <translation>&amp;Tripel exportieren…</translation>
    </message>
    <message>
        <source>Export XMP si&amp;decars…</source>
        <translation>XMP-&amp;Dateien exportieren…</translation>
    </message>
    <message>
        <source>Export em&amp;beddings…</source>
        <translation>&amp;Einbettungen exportieren…</translation>
    </message>
    <message>
        <source>Export r&amp;esults…</source>
        <translation>E&amp;rgebnisse exportieren…</translation>
    </message>
    <message>
        <source>Fi&amp;nd a grouping</source>
        <translation>Gruppierung &amp;finden</translation>
    </message>
    <message>
        <source>Fill the whole screen</source>
        <translation>Den ganzen Bildschirm füllen</translation>
    </message>
    <message>
        <source>Find images like a &amp;file…</source>
        <translation>Bilder wie eine &amp;Datei finden…</translation>
    </message>
    <message>
        <source>Find images like the copied picture</source>
        <translation>Bilder finden, die dem kopierten ähnlich sind</translation>
    </message>
    <message>
        <source>Find images like this one</source>
        <translation>Bilder finden, die diesem ähnlich sind</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>Ähnliche finden</translation>
    </message>
    <message>
        <source>Give the grouping another name</source>
        <translation>Der Gruppierung einen anderen Namen geben</translation>
    </message>
    <message>
        <source>Go back to the marks of an earlier day; the present ones are kept as well</source>
        <translation>Zu den Markierungen eines früheren Tages zurückkehren; die jetzigen bleiben ebenfalls erhalten</translation>
    </message>
    <message>
        <source>How to use the program</source>
        <translation>Wie man das Programm benutzt</translation>
    </message>
    <message>
        <source>IIIF manifest from an &amp;address…</source>
        <translation>IIIF-Manifest von einer &amp;Adresse…</translation>
    </message>
    <message>
        <source>Keep what Tropy, Omeka, ArchivesSpace or a spreadsheet knows of the images</source>
        <translation>Behalten, was Tropy, Omeka, ArchivesSpace oder eine Tabelle von den Bildern weiß</translation>
    </message>
    <message>
        <source>Keep what a IIIF manifest, saved as a file, tells of the images</source>
        <translation>Behalten, was ein als Datei gespeichertes IIIF-Manifest von den Bildern sagt</translation>
    </message>
    <message>
        <source>Larger images</source>
        <translation>Größere Bilder</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>Weniger wie dieses</translation>
    </message>
    <message>
        <source>Look closely</source>
        <translation>Genau betrachten</translation>
    </message>
    <message>
        <source>Look for new, changed and missing files</source>
        <translation>Nach neuen, geänderten und fehlenden Dateien suchen</translation>
    </message>
    <message>
        <source>Make it the anchor</source>
        <translation>Zum Anker machen</translation>
    </message>
    <message>
        <source>Make one grouping of the selected ones</source>
        <translation>Aus den ausgewählten Gruppierungen eine machen</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>Die rückgängig gemachte Änderung wiederherstellen</translation>
    </message>
    <message>
        <source>Make this image the anchor of the grouping in hand</source>
        <translation>Dieses Bild zum Anker der aktuellen Gruppierung machen</translation>
    </message>
    <message>
        <source>Mark as negative</source>
        <translation>Als negativ markieren</translation>
    </message>
    <message>
        <source>Mark as positive</source>
        <translation>Als positiv markieren</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Merge the groupings that another copy of this program has exported</source>
        <translation>Die Gruppierungen übernehmen, die dieses Programm bei jemand anderem exportiert hat</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Mehr wie dieses</translation>
    </message>
    <message>
        <source>Move to a new grouping</source>
        <translation>In eine neue Gruppierung verschieben</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Negativ</translation>
    </message>
    <message>
        <source>New grouping</source>
        <translation>Neue Gruppierung</translation>
    </message>
    <message>
        <source>Open a folder of images; nothing in it is ever changed</source>
        <translation>Einen Bilderordner öffnen; darin wird nie etwas geändert</translation>
    </message>
    <message>
        <source>Open the file with the program that this computer has for it</source>
        <translation>Die Datei mit dem Programm öffnen, das dieser Computer dafür hat</translation>
    </message>
    <message>
        <source>Open the sa&amp;mple archive</source>
        <translation>Bei&amp;spielarchiv öffnen</translation>
    </message>
    <message>
        <source>Open with its own program</source>
        <translation>Mit eigenem Programm öffnen</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>Positiv</translation>
    </message>
    <message>
        <source>Query &amp;after</source>
        <translation>Na&amp;chfolgende Abfrage</translation>
    </message>
    <message>
        <source>Query b&amp;efore</source>
        <translation>V&amp;orige Abfrage</translation>
    </message>
    <message>
        <source>Relate</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Restore bac&amp;kup…</source>
        <translation>Sicherung &amp;wiederherstellen…</translation>
    </message>
    <message>
        <source>S&amp;maller images</source>
        <translation>&amp;Kleinere Bilder</translation>
    </message>
    <message>
        <source>Search on for less like this: an example of what is wrong</source>
        <translation>Weiter suchen nach weniger wie diesem: ein Beispiel dafür, was falsch ist</translation>
    </message>
    <message>
        <source>Search on for more like this: an example of what is right</source>
        <translation>Weiter suchen nach mehr wie diesem: ein Beispiel dafür, was richtig ist</translation>
    </message>
    <message>
        <source>See the whole image, zoom and pan</source>
        <translation>Das ganze Bild ansehen, zoomen und verschieben</translation>
    </message>
    <message>
        <source>See two images side by side: the two selected, or one and what it is like</source>
        <translation>Zwei Bilder nebeneinander sehen: die zwei ausgewählten oder eines und was ihm ähnlich ist</translation>
    </message>
    <message>
        <source>See what two versions of the model find for this query, side by side</source>
        <translation>Sehen, was zwei Versionen des Modells für diese Abfrage finden, nebeneinander</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Select all images that are shown</source>
        <translation>Alle gezeigten Bilder auswählen</translation>
    </message>
    <message>
        <source>Select what is not selected, and only that</source>
        <translation>Auswählen, was nicht ausgewählt ist, und nur das</translation>
    </message>
    <message>
        <source>Show all images of the archive</source>
        <translation>Alle Bilder des Archivs zeigen</translation>
    </message>
    <message>
        <source>Show all that is going on</source>
        <translation>Alles zeigen, was gerade läuft</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show only groupings by name or note</source>
        <translation>Nur Gruppierungen nach Name oder Notiz zeigen</translation>
    </message>
    <message>
        <source>Show only images by name</source>
        <translation>Nur Bilder nach Namen zeigen</translation>
    </message>
    <message>
        <source>Show the files in the file manager</source>
        <translation>Die Dateien im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Show the query after this one as you left it</source>
        <translation>Die Abfrage nach dieser zeigen, wie Sie sie verlassen haben</translation>
    </message>
    <message>
        <source>Show the query before this one as you left it</source>
        <translation>Die Abfrage vor dieser zeigen, wie Sie sie verlassen haben</translation>
    </message>
    <message>
        <source>Smaller images</source>
        <translation>Kleinere Bilder</translation>
    </message>
    <message>
        <source>Split: take the selected members out of the grouping in hand, into a new one</source>
        <translation>Teilen: die ausgewählten Mitglieder aus der aktuellen Gruppierung in eine neue nehmen</translation>
    </message>
    <message>
        <source>Start a grouping</source>
        <translation>Gruppierung beginnen</translation>
    </message>
    <message>
        <source>Start a grouping with this image</source>
        <translation>Mit diesem Bild eine Gruppierung beginnen</translation>
    </message>
    <message>
        <source>Start a grouping: the first selected image is the anchor, the others are alike</source>
        <translation>Eine Gruppierung beginnen: Das erste ausgewählte Bild ist der Anker, die anderen sind ähnlich</translation>
    </message>
    <message>
        <source>Take out of the grouping in hand</source>
        <translation>Aus der aktuellen Gruppierung nehmen</translation>
    </message>
    <message>
        <source>Take the keyboard one place back</source>
        <translation>Die Tastatur einen Bereich zurück bewegen</translation>
    </message>
    <message>
        <source>Take the keyboard to the next place of the window</source>
        <translation>Die Tastatur in den nächsten Bereich des Fensters bewegen</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Die letzte Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>Teach the model with the groupings</source>
        <translation>Das Modell mit den Gruppierungen trainieren</translation>
    </message>
    <message>
        <source>The selected groupings do not overlap after all</source>
        <translation>Die ausgewählten Gruppierungen überschneiden sich doch nicht</translation>
    </message>
    <message>
        <source>The selected groupings overlap: training does not take their members for unlike</source>
        <translation>Die ausgewählten Gruppierungen überschneiden sich: Das Training hält ihre Mitglieder nicht für unähnlich</translation>
    </message>
    <message>
        <source>These are alike: mark as positive in the grouping in hand</source>
        <translation>Diese sind ähnlich: in der aktuellen Gruppierung als positiv markieren</translation>
    </message>
    <message>
        <source>These only look alike: mark as negative in the grouping in hand</source>
        <translation>Diese sehen nur ähnlich aus: in der aktuellen Gruppierung als negativ markieren</translation>
    </message>
    <message>
        <source>Try the program on 240 generated images</source>
        <translation>Das Programm an 240 erzeugten Bildern ausprobieren</translation>
    </message>
    <message>
        <source>Unmark</source>
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <source>Unrelate</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>What is &amp;going on</source>
        <translation>Was &amp;läuft</translation>
    </message>
    <message>
        <source>Write all images that the grid shows as a PDF to print</source>
        <translation>Alle Bilder, die das Raster zeigt, als PDF zum Drucken schreiben</translation>
    </message>
    <message>
        <source>Write all marks as a table, as Web Annotations, or for another curator</source>
        <translation>Alle Markierungen als Tabelle, als Web Annotations oder für jemand anderen schreiben</translation>
    </message>
    <message>
        <source>Write an XMP file for every image with marks or metadata, into another folder</source>
        <translation>Für jedes Bild mit Markierungen oder Metadaten eine XMP-Datei in einen anderen Ordner schreiben</translation>
    </message>
    <message>
        <source>Write rank, path, distance and mark of every result as a CSV file</source>
        <translation>Rang, Pfad, Distanz und Markierung jedes Ergebnisses als CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>Write the anchor, positive and negative of every triplet as a CSV file</source>
        <translation>Anker, positives und negatives Bild jedes Tripels als CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>Write the embedding of every image as a NumPy or Parquet file</source>
        <translation>Die Einbettung jedes Bildes als NumPy- oder Parquet-Datei schreiben</translation>
    </message>
    <message>
        <source>Write the selected images as a PDF to print</source>
        <translation>Die ausgewählten Bilder als PDF zum Drucken schreiben</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>{title}: begun</source>
        <translation>{title}: begonnen</translation>
    </message>
    <message>
        <source>{title}: done</source>
        <translation>{title}: fertig</translation>
    </message>
    <message>
        <source>{title}: stopped</source>
        <translation>{title}: angehalten</translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
</context>
<context>
    <name>Assistance</name>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>archive-gui ended unexpectedly the last time. Your marks and models are safe. What it left for whoever helps is part of the diagnostics.</source>
        <translation>archive-gui endete beim letzten Mal unerwartet. Ihre Markierungen und Modelle sind sicher. Was es für Helfende hinterließ, gehört zur Diagnose.</translation>
    </message>
</context>
<context>
    <name>BackupsController</name>
    <message>
        <source>Restore a backup…</source>
        <translation>Sicherung wiederherstellen…</translation>
    </message>
    <message>
        <source>The marks are those of {when} again. What was there until now is among the backups.</source>
        <translation>Die Markierungen sind wieder die vom {when}. Was bis jetzt da war, ist unter den Sicherungen.</translation>
    </message>
</context>
<context>
    <name>BackupsWindow</name>
    <message>
        <source>All groupings and marks become what they were at the moment that you choose. What they are now is kept here too, so you can come back. Images and models stay as they are.</source>
        <translation>Alle Gruppierungen und Markierungen werden, was sie zu dem Zeitpunkt waren, den Sie wählen. Was sie jetzt sind, bleibt hier ebenfalls erhalten, sodass Sie zurückkehren können. Bilder und Modelle bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Anlass</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Groupings</source>
        <translation>Gruppierungen</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>There is no backup of this archive yet; the first is made when it is opened the next time.</source>
        <translation>Von diesem Archiv gibt es noch keine Sicherung; die erste entsteht, wenn es das nächste Mal geöffnet wird.</translation>
    </message>
    <message>
        <source>a backup took its place</source>
        <translation>eine Sicherung trat an seine Stelle</translation>
    </message>
    <message>
        <source>before an update of the program</source>
        <translation>vor einer Aktualisierung des Programms</translation>
    </message>
    <message>
        <source>first opening of the day</source>
        <translation>erstes Öffnen des Tages</translation>
    </message>
</context>
<context>
    <name>Browser</name>
    <message>
        <source>  ·  marking “{name}”</source>
        <translation>  ·  markiert wird in „{name}“</translation>
    </message>
    <message>
        <source>All of it must be true of an image; take a part of it away.</source>
        <translation>Alles davon muss auf ein Bild zutreffen; nehmen Sie einen Teil weg.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Suche nach Bildern…</translation>
    </message>
    <message>
        <source>Move “No farther than” to the right to see those that are farther away.</source>
        <translation>Schieben Sie „Nicht ferner als“ nach rechts, um die ferneren zu sehen.</translation>
    </message>
    <message>
        <source>No image passes the filter</source>
        <translation>Kein Bild entspricht dem Filter</translation>
    </message>
    <message>
        <source>No images here</source>
        <translation>Hier sind keine Bilder</translation>
    </message>
    <message>
        <source>No neighbour is so near</source>
        <translation>Kein Nachbar ist so nah</translation>
    </message>
    <message>
        <source>Put images into the folder and press F5, or open another folder.</source>
        <translation>Legen Sie Bilder in den Ordner und drücken Sie F5, oder öffnen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Similar to {name}</source>
        <translation>Ähnlich wie {name}</translation>
    </message>
    <message>
        <source>They appear here as they are found.</source>
        <translation>Sie erscheinen hier, sobald sie gefunden sind.</translation>
    </message>
    <message>
        <source>{n:,} image</source>
        <translation>{n:,} Bild</translation>
    </message>
    <message>
        <source>{n:,} images</source>
        <translation>{n:,} Bilder</translation>
    </message>
    <message>
        <source>{n:,} of {all}</source>
        <translation>{n:,} von {all}</translation>
    </message>
</context>
<context>
    <name>ByMetadata</name>
    <message>
        <source>From meta&amp;data</source>
        <translation>Aus Meta&amp;daten</translation>
    </message>
    <message>
        <source>Import metadata first</source>
        <translation>Importieren Sie zuerst Metadaten</translation>
    </message>
    <message>
        <source>{name}  ({n:,} grouping)</source>
        <translation>{name}  ({n:,} Gruppierung)</translation>
    </message>
    <message>
        <source>{name}  ({n:,} groupings)</source>
        <translation>{name}  ({n:,} Gruppierungen)</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Clear filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Filter {text}: click to take it away</source>
        <translation>Filter {text}: klicken, um ihn wegzunehmen</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Show all images again</source>
        <translation>Wieder alle Bilder zeigen</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Redo: {what}</source>
        <translation>&amp;Wiederherstellen: {what}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation>&amp;Rückgängig: {what}</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Find images like a file, or several</source>
        <translation>Bilder wie eine Datei oder mehrere finden</translation>
    </message>
    <message>
        <source>Folder for the XMP files</source>
        <translation>Ordner für die XMP-Dateien</translation>
    </message>
    <message>
        <source>For another curator (*.json)</source>
        <translation>Für jemand anderen (*.json)</translation>
    </message>
    <message>
        <source>Groupings (*.json)</source>
        <translation>Gruppierungen (*.json)</translation>
    </message>
    <message>
        <source>IIIF manifests (*.json)</source>
        <translation>IIIF-Manifeste (*.json)</translation>
    </message>
    <message>
        <source>Import a manifest</source>
        <translation>Ein Manifest importieren</translation>
    </message>
    <message>
        <source>Import metadata</source>
        <translation>Metadaten importieren</translation>
    </message>
    <message>
        <source>Keras model (*.keras)</source>
        <translation>Keras-Modell (*.keras)</translation>
    </message>
    <message>
        <source>Merge groupings</source>
        <translation>Gruppierungen übernehmen</translation>
    </message>
    <message>
        <source>NumPy (*.npz)</source>
        <translation>NumPy (*.npz)</translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation>Einen Bilderordner öffnen</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Parquet (*.parquet)</source>
        <translation>Parquet (*.parquet)</translation>
    </message>
    <message>
        <source>Results (*.csv)</source>
        <translation>Ergebnisse (*.csv)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tabellen (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Triplets (*.csv)</source>
        <translation>Tripel (*.csv)</translation>
    </message>
    <message>
        <source>Web Annotations (*.jsonld)</source>
        <translation>Web Annotations (*.jsonld)</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Asking both versions…</source>
        <translation>Beide Versionen werden gefragt…</translation>
    </message>
    <message>
        <source>Back to the results</source>
        <translation>Zurück zu den Ergebnissen</translation>
    </message>
    <message>
        <source>Back to the results  (Esc)</source>
        <translation>Zurück zu den Ergebnissen  (Esc)</translation>
    </message>
    <message>
        <source>Model {n}</source>
        <translation>Modell {n}</translation>
    </message>
    <message>
        <source>Neighbours by both versions, rank by rank</source>
        <translation>Nachbarn nach beiden Versionen, Rang für Rang</translation>
    </message>
    <message>
        <source>Similar to {name}, by two versions</source>
        <translation>Ähnlich wie {name}, nach zwei Versionen</translation>
    </message>
    <message>
        <source>The comparison ended without a result.</source>
        <translation>Der Vergleich endete ohne Ergebnis.</translation>
    </message>
    <message>
        <source>The version at the left</source>
        <translation>Die linke Version</translation>
    </message>
    <message>
        <source>The version at the right</source>
        <translation>Die rechte Version</translation>
    </message>
    <message>
        <source>Untrained model</source>
        <translation>Untrainiertes Modell</translation>
    </message>
    <message>
        <source>{name}, which answers</source>
        <translation>{name}, das antwortet</translation>
    </message>
    <message>
        <source>{up} up  ·  {down} down  ·  {new} new  ·  {gone} fell out  ·  {same} as before</source>
        <translation>{up} auf  ·  {down} ab  ·  {new} neu  ·  {gone} weggefallen  ·  {same} wie vorher</translation>
    </message>
</context>
<context>
    <name>ComparingController</name>
    <message>
        <source>Comparing versions</source>
        <translation>Versionen werden verglichen</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>by {model}</source>
        <translation>von {model}</translation>
    </message>
    <message>
        <source>down {n}, from rank {before} to {after}</source>
        <translation>{n} ab, von Rang {before} auf {after}</translation>
    </message>
    <message>
        <source>fell out of these</source>
        <translation>hier weggefallen</translation>
    </message>
    <message>
        <source>new among these</source>
        <translation>hier neu</translation>
    </message>
    <message>
        <source>rank {rank}, distance {distance:.3f}</source>
        <translation>Rang {rank}, Distanz {distance:.3f}</translation>
    </message>
    <message>
        <source>up {n}, from rank {before} to {after}</source>
        <translation>{n} auf, von Rang {before} auf {after}</translation>
    </message>
    <message>
        <source>where it was</source>
        <translation>wo es war</translation>
    </message>
</context>
<context>
    <name>ComparisonPainter</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>out</source>
        <translation>weg</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>{n:,} selected</source>
        <translation>{n:,} ausgewählt</translation>
    </message>
</context>
<context>
    <name>ConflictsWindow</name>
    <message>
        <source>Grouping</source>
        <translation>Gruppierung</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Marked otherwise</source>
        <translation>Anders markiert</translation>
    </message>
    <message>
        <source>One curator has marked these images as positive, the other as negative. Your marks stay unless you take over theirs; one step of undo takes that back.</source>
        <translation>Diese Bilder sind bei einer Person positiv, bei der anderen negativ markiert. Ihre Markierungen bleiben, wenn Sie die anderen nicht übernehmen; ein Schritt Rückgängig nimmt das zurück.</translation>
    </message>
    <message>
        <source>Take over theirs</source>
        <translation>Deren übernehmen</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Dort</translation>
    </message>
</context>
<context>
    <name>Depth</name>
    <message>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Gründlich</translation>
    </message>
    <message>
        <source>Whole network</source>
        <translation>Ganzes Netz</translation>
    </message>
</context>
<context>
    <name>DepthBox</name>
    <message>
        <source>A quick model, on top of the network as it is</source>
        <translation>Ein schnelles Modell auf dem Netz, wie es ist</translation>
    </message>
    <message>
        <source>First a quick model, to search with at once; then a thorough one, far better</source>
        <translation>Erst ein schnelles Modell, mit dem sofort gesucht werden kann; dann ein gründliches, weit besseres</translation>
    </message>
    <message>
        <source>First a quick model, to search with at once; then one with every layer tuned. Slow; for many marks</source>
        <translation>Erst ein schnelles Modell, mit dem sofort gesucht werden kann; dann eines, bei dem jede Schicht angepasst wird. Langsam; für viele Markierungen</translation>
    </message>
    <message>
        <source>How thoroughly to train</source>
        <translation>Wie gründlich trainiert wird</translation>
    </message>
    <message>
        <source>Quick only</source>
        <translation>Nur schnell</translation>
    </message>
    <message>
        <source>Quick, then thorough</source>
        <translation>Schnell, dann gründlich</translation>
    </message>
    <message>
        <source>Quick, then whole network</source>
        <translation>Schnell, dann ganzes Netz</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Cutting out the part</source>
        <translation>Der Ausschnitt wird ausgeschnitten</translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>Collecting diagnostics</source>
        <translation>Diagnose wird zusammengestellt</translation>
    </message>
    <message>
        <source>The diagnostics are copied; paste them into your question or report.</source>
        <translation>Die Diagnose ist kopiert; fügen Sie sie in Ihre Frage oder Ihren Bericht ein.</translation>
    </message>
</context>
<context>
    <name>DistanceChart</name>
    <message>
        <source>Distances of the neighbours</source>
        <translation>Distanzen der Nachbarn</translation>
    </message>
    <message>
        <source>Drag the line: nothing farther than this is shown</source>
        <translation>Ziehen Sie die Linie: Nichts Ferneres wird gezeigt</translation>
    </message>
    <message>
        <source>Rank {rank}: {distance:.3f}</source>
        <translation>Rang {rank}: {distance:.3f}</translation>
    </message>
    <message>
        <source>{count} neighbours, from {near:.3f} to {far:.3f}</source>
        <translation>{count} Nachbarn, von {near:.3f} bis {far:.3f}</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Hide {title}</source>
        <translation>{title} ausblenden</translation>
    </message>
    <message>
        <source>Hide; the View menu brings it back</source>
        <translation>Ausblenden; das Menü „Ansicht“ bringt es zurück</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop images here: from the grid, a folder, or the browser</source>
        <translation>Bilder hierher ziehen: aus dem Raster, einem Ordner oder dem Browser</translation>
    </message>
    <message>
        <source>New query</source>
        <translation>Neue Abfrage</translation>
    </message>
    <message>
        <source>Query picture {name}: drop images here, click to choose a file, or draw a rectangle to ask with a part (R)</source>
        <translation>Abfragebild {name}: Bilder hierher ziehen, klicken, um eine Datei zu wählen, oder ein Rechteck ziehen, um mit einem Ausschnitt zu fragen (R)</translation>
    </message>
    <message>
        <source>Query picture: drop images here, or click to choose a file</source>
        <translation>Abfragebild: Bilder hierher ziehen oder klicken, um eine Datei zu wählen</translation>
    </message>
</context>
<context>
    <name>ExampleDelegate</name>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
</context>
<context>
    <name>ExampleModel</name>
    <message>
        <source>Better: {name}</source>
        <translation>Besser: {name}</translation>
    </message>
    <message>
        <source>Worse: {name}</source>
        <translation>Schlechter: {name}</translation>
    </message>
    <message>
        <source>{headline}. Right among the first {n}: before {before}, after {after}. Press Return or click to find similar images.</source>
        <translation>{headline}. Richtige unter den ersten {n}: vorher {before}, nachher {after}. Drücken Sie die Eingabetaste oder klicken Sie, um ähnliche Bilder zu finden.</translation>
    </message>
</context>
<context>
    <name>ExampleStrip</name>
    <message>
        <source>Pictures of the query; Delete takes one away</source>
        <translation>Bilder der Abfrage; Entf nimmt eines weg</translation>
    </message>
    <message>
        <source>{words}  (Delete takes it away)</source>
        <translation>{words}  (Entf nimmt es weg)</translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>Example queries</source>
        <translation>Beispielabfragen</translation>
    </message>
    <message>
        <source>Example queries that changed most</source>
        <translation>Beispielabfragen, die sich am meisten geändert haben</translation>
    </message>
    <message>
        <source>No query changed</source>
        <translation>Keine Abfrage änderte sich</translation>
    </message>
    <message>
        <source>The held-out images have as good neighbours as before, each of them.</source>
        <translation>Jedes der zurückgehaltenen Bilder hat so gute Nachbarn wie vorher.</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>Exporting</source>
        <translation>Export läuft</translation>
    </message>
    <message>
        <source>Model {version} is written to {file}.</source>
        <translation>Modell {version} ist nach {file} geschrieben.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>The embedding of {n:,} image is written to {file}.</source>
        <translation>Die Einbettung von {n:,} Bild ist nach {file} geschrieben.</translation>
    </message>
    <message>
        <source>The embeddings of {n:,} images are written to {file}.</source>
        <translation>Die Einbettungen von {n:,} Bildern sind nach {file} geschrieben.</translation>
    </message>
    <message>
        <source>The export was stopped; nothing is written.</source>
        <translation>Der Export wurde angehalten; nichts ist geschrieben.</translation>
    </message>
    <message>
        <source>The untrained model is written to {file}.</source>
        <translation>Das untrainierte Modell ist nach {file} geschrieben.</translation>
    </message>
    <message>
        <source>There are no results to write: find images like one first.</source>
        <translation>Es gibt keine Ergebnisse zu schreiben: Finden Sie zuerst Bilder, die einem ähnlich sind.</translation>
    </message>
    <message>
        <source>This computer has no program for {file}; install one.</source>
        <translation>Dieser Computer hat kein Programm für {file}; installieren Sie eines.</translation>
    </message>
    <message>
        <source>{file} holds no triplets yet: a triplet needs an anchor, a positive and a negative in one grouping. Mark negatives with N.</source>
        <translation>{file} enthält noch keine Tripel: Ein Tripel braucht einen Anker, ein positives und ein negatives Bild in einer Gruppierung. Markieren Sie negative Bilder mit N.</translation>
    </message>
    <message>
        <source>{n:,} XMP file is written to {folder}.</source>
        <translation>{n:,} XMP-Datei ist nach {folder} geschrieben.</translation>
    </message>
    <message>
        <source>{n:,} XMP files are written to {folder}.</source>
        <translation>{n:,} XMP-Dateien sind nach {folder} geschrieben.</translation>
    </message>
    <message>
        <source>{n:,} file of another program was left alone.</source>
        <translation>{n:,} Datei eines anderen Programms blieb unberührt.</translation>
    </message>
    <message>
        <source>{n:,} files of other programs were left alone.</source>
        <translation>{n:,} Dateien anderer Programme blieben unberührt.</translation>
    </message>
    <message>
        <source>{n:,} mark is written to {file}.</source>
        <translation>{n:,} Markierung ist in {file} geschrieben.</translation>
    </message>
    <message>
        <source>{n:,} marks are written to {file}.</source>
        <translation>{n:,} Markierungen sind in {file} geschrieben.</translation>
    </message>
    <message>
        <source>{n:,} result is written to {file}.</source>
        <translation>{n:,} Ergebnis ist nach {file} geschrieben.</translation>
    </message>
    <message>
        <source>{n:,} results are written to {file}.</source>
        <translation>{n:,} Ergebnisse sind nach {file} geschrieben.</translation>
    </message>
    <message>
        <source>{n:,} triplet written to {file}.</source>
        <translation>{n:,} Tripel nach {file} geschrieben.</translation>
    </message>
    <message>
        <source>{n:,} triplets written to {file}.</source>
        <translation>{n:,} Tripel nach {file} geschrieben.</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>This image cannot be shown</source>
        <translation>Dieses Bild kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Try again (R)</source>
        <translation>Erneut versuchen (R)</translation>
    </message>
    <message>
        <source>{reason}

Left and Right go to its neighbours, Space goes back to the grid.</source>
        <translation>{reason}

Links und Rechts gehen zu den benachbarten Bildern, die Leertaste geht zurück zum Raster.</translation>
    </message>
</context>
<context>
    <name>FetchController</name>
    <message>
        <source>Ask there, too</source>
        <translation>Auch dort fragen</translation>
    </message>
    <message>
        <source>Fetching images</source>
        <translation>Bilder werden geholt</translation>
    </message>
    <message>
        <source>Fetching was stopped; what has come is kept.</source>
        <translation>Das Holen wurde angehalten; was gekommen ist, bleibt.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Some lie on {hosts}, which was not asked.</source>
        <translation>Einige liegen auf {hosts}; dort wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>The manifest lies on {hosts}, which was not asked.</source>
        <translation>Das Manifest liegt auf {hosts}; dort wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>{n:,} could not be had, first page {page}: {reason}.</source>
        <translation>{n:,} waren nicht zu bekommen, zuerst Seite {page}: {reason}.</translation>
    </message>
    <message>
        <source>{n:,} could not be had: page {page}, {reason}.</source>
        <translation>{n:,} war nicht zu bekommen: Seite {page}, {reason}.</translation>
    </message>
    <message>
        <source>{n:,} image of “{name}” is in {folder}.</source>
        <translation>{n:,} Bild von „{name}“ ist in {folder}.</translation>
    </message>
    <message>
        <source>{n:,} images of “{name}” are in {folder}.</source>
        <translation>{n:,} Bilder von „{name}“ sind in {folder}.</translation>
    </message>
</context>
<context>
    <name>FetchWindow</name>
    <message>
        <source>&amp;Address of the manifest</source>
        <translation>&amp;Adresse des Manifests</translation>
    </message>
    <message>
        <source>&amp;Longer side at most</source>
        <translation>&amp;Längere Seite höchstens</translation>
    </message>
    <message>
        <source>Address of the manifest</source>
        <translation>Adresse des Manifests</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose the folder for the images</source>
        <translation>Den Ordner für die Bilder wählen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Fetch a IIIF manifest</source>
        <translation>Ein IIIF-Manifest holen</translation>
    </message>
    <message>
        <source>Folder for the images</source>
        <translation>Ordner für die Bilder</translation>
    </message>
    <message>
        <source>Longer side of the images at most</source>
        <translation>Längere Seite der Bilder höchstens</translation>
    </message>
    <message>
        <source>Paste the address that a library gives for the manifest of a work; it begins with https://. Nobody is asked for anything yet.</source>
        <translation>Fügen Sie die Adresse ein, die eine Bibliothek für das Manifest eines Werks angibt; sie beginnt mit https://. Noch wird niemand gefragt.</translation>
    </message>
    <message>
        <source>The images of a manifest become files in a folder that this program makes for them: a new or an empty one, or one into which it has fetched before. Opened as an archive, they bring their labels and metadata with them.</source>
        <translation>Die Bilder eines Manifests werden Dateien in einem Ordner, den dieses Programm für sie anlegt: einem neuen oder leeren, oder einem, in den es schon geholt hat. Als Archiv geöffnet, bringen sie ihre Beschriftungen und Metadaten mit.</translation>
    </message>
    <message>
        <source>as the manifest gives them</source>
        <translation>wie das Manifest sie angibt</translation>
    </message>
    <message>
        <source>{n:,} px</source>
        <translation>{n:,} px</translation>
    </message>
    <message>
        <source>“Fetch” asks {host} for the manifest and its images, and no other host: where images lie elsewhere, you are told and can decide. The host learns what any web page learns of your computer; nothing of your archive is sent.</source>
        <translation>„Holen“ fragt {host} nach dem Manifest und seinen Bildern, und niemanden sonst: Wo Bilder anderswo liegen, wird es Ihnen gesagt, und Sie entscheiden. Der Server erfährt, was jede Webseite von Ihrem Computer erfährt; von Ihrem Archiv wird nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>After a training you see here how much better the neighbours became.</source>
        <translation>Nach einem Training sehen Sie hier, um wie viel besser die Nachbarn wurden.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>First neighbour right (recall@1)</source>
        <translation>Erster Nachbar richtig (recall@1)</translation>
    </message>
    <message>
        <source>Likely range</source>
        <translation>Wahrscheinlich</translation>
    </message>
    <message>
        <source>Neighbours in the right order (mAP@R)</source>
        <translation>Nachbarn in richtiger Ordnung (mAP@R)</translation>
    </message>
    <message>
        <source>One of the first 10 right (recall@10)</source>
        <translation>Einer der ersten 10 richtig (recall@10)</translation>
    </message>
    <message>
        <source>One of the first 5 right (recall@5)</source>
        <translation>Einer der ersten 5 richtig (recall@5)</translation>
    </message>
    <message>
        <source>Positive nearer than negative (triplets)</source>
        <translation>Positives näher als negatives (Tripel)</translation>
    </message>
    <message>
        <source>Where the change lies in 95 of 100 draws of held-out images</source>
        <translation>Wo die Änderung in 95 von 100 Ziehungen zurückgehaltener Bilder liegt</translation>
    </message>
    <message>
        <source>{after} compared with {before}, on the marks as they are now. {verdict}</source>
        <translation>{after} verglichen mit {before}, an den Markierungen, wie sie jetzt sind. {verdict}</translation>
    </message>
    <message>
        <source>{after} of {asked} have a right first neighbour; before, {before}.</source>
        <translation>{after} von {asked} haben einen richtigen ersten Nachbarn; vorher {before}.</translation>
    </message>
    <message>
        <source>{name}: {change}, likely between {low} and {high}</source>
        <translation>{name}: {change}, wahrscheinlich zwischen {low} und {high}</translation>
    </message>
</context>
<context>
    <name>FilesController</name>
    <message>
        <source>Copied: {path}</source>
        <translation>Kopiert: {path}</translation>
    </message>
    <message>
        <source>This computer has no program for {path}; install one, or choose one in the file manager.</source>
        <translation>Dieser Computer hat kein Programm für {path}; installieren Sie eines oder wählen Sie eines im Dateimanager.</translation>
    </message>
    <message>
        <source>{n:,} image is copied: paste it where you want it.</source>
        <translation>{n:,} Bild ist kopiert: Fügen Sie es ein, wo Sie es brauchen.</translation>
    </message>
    <message>
        <source>{n:,} images are copied: paste them where you want them.</source>
        <translation>{n:,} Bilder sind kopiert: Fügen Sie sie ein, wo Sie sie brauchen.</translation>
    </message>
    <message>
        <source>{n:,} paths are copied.</source>
        <translation>{n:,} Pfade sind kopiert.</translation>
    </message>
    <message>
        <source>{path} is no longer in the archive folder.</source>
        <translation>{path} ist nicht mehr im Archivordner.</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Any or none</source>
        <translation>Beliebig oder keine</translation>
    </message>
    <message>
        <source>By the mark in the grouping chosen here, or in the grouping in hand</source>
        <translation>Nach der Markierung in der hier gewählten Gruppierung oder in der aktuellen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Gruppierung</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Only files that could not be read</source>
        <translation>Nur Dateien, die nicht gelesen werden konnten</translation>
    </message>
</context>
<context>
    <name>FolderChooser</name>
    <message>
        <source>Find a folder</source>
        <translation>Einen Ordner finden</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>Folding</name>
    <message>
        <source>Fold to one line</source>
        <translation>Auf eine Zeile zuklappen</translation>
    </message>
    <message>
        <source>Show more of it</source>
        <translation>Mehr davon zeigen</translation>
    </message>
</context>
<context>
    <name>GridHeader</name>
    <message>
        <source>A to Z</source>
        <translation>A bis Z</translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation>Anker</translation>
    </message>
    <message>
        <source>Anchor first</source>
        <translation>Anker zuerst</translation>
    </message>
    <message>
        <source>Any or none</source>
        <translation>Beliebig oder keine</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distanz</translation>
    </message>
    <message>
        <source>Farthest first</source>
        <translation>Fernste zuerst</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter by folder, grouping, mark or format</source>
        <translation>Nach Ordner, Gruppierung, Markierung oder Format filtern</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>Nach Namen finden</translation>
    </message>
    <message>
        <source>In no grouping</source>
        <translation>In keiner Gruppierung</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Markiert</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nearest first</source>
        <translation>Nächste zuerst</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Negativ</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>Nicht markiert</translation>
    </message>
    <message>
        <source>Not marked first</source>
        <translation>Nicht markierte zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>Positiv</translation>
    </message>
    <message>
        <source>Show images with all these words in their path or metadata  (Ctrl+F)</source>
        <translation>Bilder mit all diesen Wörtern in Pfad oder Metadaten zeigen  (Strg+F)</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size of the images</source>
        <translation>Größe der Bilder</translation>
    </message>
    <message>
        <source>Size of the images  (Ctrl and wheel)</source>
        <translation>Größe der Bilder  (Strg und Mausrad)</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Kleinste zuerst</translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation>Z bis A</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>This file is no longer in the archive folder.</source>
        <translation>Diese Datei ist nicht mehr im Archivordner.</translation>
    </message>
    <message>
        <source>rank {rank}, distance {distance:.3f}</source>
        <translation>Rang {rank}, Distanz {distance:.3f}</translation>
    </message>
    <message>
        <source>{n} pages</source>
        <translation>{n} Seiten</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>GroupingBar</name>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>Find a grouping</source>
        <translation>Gruppierung finden</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <translation>Reihenfolge: {order}</translation>
    </message>
    <message>
        <source>Words of the name or the note  (Ctrl+L)</source>
        <translation>Wörter des Namens oder der Notiz  (Strg+L)</translation>
    </message>
</context>
<context>
    <name>GroupingDelegate</name>
    <message>
        <source>Name of the grouping</source>
        <translation>Name der Gruppierung</translation>
    </message>
</context>
<context>
    <name>GroupingFacts</name>
    <message>
        <source>A triplet is an anchor with a positive and a negative. Training also compares the positives with each other, and the members of a grouping with those of others that are not related to it.</source>
        <translation>Ein Tripel ist ein Anker mit einem positiven und einem negativen Bild. Das Training vergleicht auch die positiven untereinander und die Mitglieder einer Gruppierung mit denen anderer, die nicht mit ihr verbunden sind.</translation>
    </message>
    <message>
        <source>Another grouping needs the same.</source>
        <translation>Eine weitere Gruppierung braucht dasselbe.</translation>
    </message>
    <message>
        <source>Comparisons to learn from: {training_all:,}</source>
        <translation>Vergleiche zum Lernen: {training_all:,}</translation>
    </message>
    <message>
        <source>Comparisons to learn from: {training_all:,}, {training:,} of them from this grouping</source>
        <translation>Vergleiche zum Lernen: {training_all:,}, davon {training:,} aus dieser Gruppierung</translation>
    </message>
    <message>
        <source>There is nothing to tell apart yet: mark two or three negatives in {name} that only look alike, or start another grouping.</source>
        <translation>Es gibt noch nichts zu unterscheiden: Markieren Sie in {name} zwei oder drei negative Bilder, die nur ähnlich aussehen, oder beginnen Sie eine weitere Gruppierung.</translation>
    </message>
    <message>
        <source>Triplets to export: {explicit_all:,}</source>
        <translation>Tripel zum Exportieren: {explicit_all:,}</translation>
    </message>
    <message>
        <source>Triplets to export: {explicit_all:,}, {explicit:,} of them from this grouping</source>
        <translation>Tripel zum Exportieren: {explicit_all:,}, davon {explicit:,} aus dieser Gruppierung</translation>
    </message>
    <message>
        <source>{n:,} other groupings need the same.</source>
        <translation>{n:,} weitere Gruppierungen brauchen dasselbe.</translation>
    </message>
    <message>
        <source>{name} has no negative yet: mark two or three that only look alike.</source>
        <translation>{name} hat noch kein negatives Bild: Markieren Sie zwei oder drei, die nur ähnlich aussehen.</translation>
    </message>
    <message>
        <source>{name} has no positive yet: mark two or three that show the same.</source>
        <translation>{name} hat noch kein positives Bild: Markieren Sie zwei oder drei, die dasselbe zeigen.</translation>
    </message>
    <message>
        <source>{name} has only one positive: with one more it can be tested how well the training went.</source>
        <translation>{name} hat nur ein positives Bild: Mit einem weiteren lässt sich prüfen, wie gut das Training war.</translation>
    </message>
    <message>
        <source>{name} has only {n} positives: five or more teach much better.</source>
        <translation>{name} hat nur {n} positive Bilder: Fünf oder mehr lehren viel besser.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
</context>
<context>
    <name>GroupingList</name>
    <message>
        <source>Groupings</source>
        <translation>Gruppierungen</translation>
    </message>
</context>
<context>
    <name>GroupingModel</name>
    <message>
        <source> and {n:,} more</source>
        <translation> und {n:,} weitere</translation>
    </message>
    <message>
        <source>Related to {names}</source>
        <translation>Verbunden mit {names}</translation>
    </message>
    <message>
        <source>{name}: {positives:,} positive, {negatives:,} negative</source>
        <translation>{name}: {positives:,} positiv, {negatives:,} negativ</translation>
    </message>
    <message>
        <source>{words}, in hand</source>
        <translation>{words}, aktuell</translation>
    </message>
</context>
<context>
    <name>GroupingsPanel</name>
    <message>
        <source>A grouping says what belongs together. Select an image that shows a motif well and press A, or drop images here; then mark images that are alike with P, and images that only look alike with N.</source>
        <translation>Eine Gruppierung sagt, was zusammengehört. Wählen Sie ein Bild, das ein Motiv gut zeigt, und drücken Sie A, oder ziehen Sie Bilder hierher; markieren Sie dann ähnliche Bilder mit P und solche, die nur ähnlich aussehen, mit N.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete {what}</source>
        <translation>{what} löschen</translation>
    </message>
    <message>
        <source>Drop to start a grouping</source>
        <translation>Ablegen, um eine Gruppierung zu beginnen</translation>
    </message>
    <message>
        <source>Empty the field above.</source>
        <translation>Leeren Sie das Feld darüber.</translation>
    </message>
    <message>
        <source>Find among {n:,} groupings</source>
        <translation>Unter {n:,} Gruppierungen finden</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Merge {what} into “{name}”</source>
        <translation>{what} mit „{name}“ zusammenführen</translation>
    </message>
    <message>
        <source>No grouping passes the filter</source>
        <translation>Keine Gruppierung entspricht dem Filter</translation>
    </message>
    <message>
        <source>No groupings yet</source>
        <translation>Noch keine Gruppierungen</translation>
    </message>
    <message>
        <source>Note on this grouping</source>
        <translation>Notiz zu dieser Gruppierung</translation>
    </message>
    <message>
        <source>Relate</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Relate {what}</source>
        <translation>{what} verbinden</translation>
    </message>
    <message>
        <source>The first image becomes the anchor, the others are alike.</source>
        <translation>Das erste Bild wird der Anker, die anderen sind ähnlich.</translation>
    </message>
    <message>
        <source>Unrelate</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Unrelate from all others</source>
        <translation>Von allen anderen trennen</translation>
    </message>
    <message>
        <source>Unrelate {what}</source>
        <translation>{what} trennen</translation>
    </message>
    <message>
        <source>{n:,} groupings</source>
        <translation>{n:,} Gruppierungen</translation>
    </message>
</context>
<context>
    <name>ImportController</name>
    <message>
        <source>Importing {name}</source>
        <translation>{name} wird importiert</translation>
    </message>
    <message>
        <source>See which</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>What {file} says of {n:,} image is kept.</source>
        <translation>Was {file} von {n:,} Bild sagt, ist aufgenommen.</translation>
    </message>
    <message>
        <source>What {file} says of {n:,} images is kept.</source>
        <translation>Was {file} von {n:,} Bildern sagt, ist aufgenommen.</translation>
    </message>
    <message>
        <source>line {line}, {reason}</source>
        <translation>Zeile {line}, {reason}</translation>
    </message>
    <message>
        <source>page {line}, {reason}</source>
        <translation>Seite {line}, {reason}</translation>
    </message>
    <message>
        <source>{n:,} grouping is made or completed by “{name}”.</source>
        <translation>{n:,} Gruppierung ist nach „{name}“ angelegt oder ergänzt.</translation>
    </message>
    <message>
        <source>{n:,} groupings are made or completed by “{name}”.</source>
        <translation>{n:,} Gruppierungen sind nach „{name}“ angelegt oder ergänzt.</translation>
    </message>
    <message>
        <source>{n:,} image is marked otherwise here; your mark stays.</source>
        <translation>{n:,} Bild ist hier anders markiert; Ihre Markierung bleibt.</translation>
    </message>
    <message>
        <source>{n:,} images are marked otherwise here; your marks stay.</source>
        <translation>{n:,} Bilder sind hier anders markiert; Ihre Markierungen bleiben.</translation>
    </message>
    <message>
        <source>{n:,} mark is as the other curator made it now.</source>
        <translation>{n:,} Markierung ist jetzt wie bei der anderen Person.</translation>
    </message>
    <message>
        <source>{n:,} mark was left out: {path}, {reason}.</source>
        <translation>{n:,} Markierung wurde ausgelassen: {path}, {reason}.</translation>
    </message>
    <message>
        <source>{n:,} marks are as the other curator made them now.</source>
        <translation>{n:,} Markierungen sind jetzt wie bei der anderen Person.</translation>
    </message>
    <message>
        <source>{n:,} marks were left out, first {path}: {reason}.</source>
        <translation>{n:,} Markierungen wurden ausgelassen, zuerst {path}: {reason}.</translation>
    </message>
    <message>
        <source>{n:,} new mark is merged from {file}.</source>
        <translation>{n:,} neue Markierung ist aus {file} übernommen.</translation>
    </message>
    <message>
        <source>{n:,} new marks are merged from {file}.</source>
        <translation>{n:,} neue Markierungen sind aus {file} übernommen.</translation>
    </message>
    <message>
        <source>{n:,} was left out:</source>
        <translation>{n:,} wurde ausgelassen:</translation>
    </message>
    <message>
        <source>{n:,} were left out:</source>
        <translation>{n:,} wurden ausgelassen:</translation>
    </message>
    <message>
        <source>“Groupings &gt; From metadata” makes groupings of it.</source>
        <translation>„Gruppierungen &gt; Aus Metadaten“ macht Gruppierungen daraus.</translation>
    </message>
</context>
<context>
    <name>InfoStrip</name>
    <message>
        <source>Anchor of “{name}”</source>
        <translation>Anker von „{name}“</translation>
    </message>
    <message>
        <source>CMYK</source>
        <translation>CMYK</translation>
    </message>
    <message>
        <source>In no grouping</source>
        <translation>In keiner Gruppierung</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>Lab</translation>
    </message>
    <message>
        <source>Negative in “{name}”</source>
        <translation>Negativ in „{name}“</translation>
    </message>
    <message>
        <source>Positive in “{name}”</source>
        <translation>Positiv in „{name}“</translation>
    </message>
    <message>
        <source>RGB</source>
        <translation>RGB</translation>
    </message>
    <message>
        <source>RGB with transparency</source>
        <translation>RGB mit Transparenz</translation>
    </message>
    <message>
        <source>YCbCr</source>
        <translation>YCbCr</translation>
    </message>
    <message>
        <source>black and white</source>
        <translation>schwarzweiß</translation>
    </message>
    <message>
        <source>changed {date}</source>
        <translation>geändert {date}</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>Graustufen</translation>
    </message>
    <message>
        <source>grey with transparency</source>
        <translation>Graustufen mit Transparenz</translation>
    </message>
    <message>
        <source>in the archive folder itself</source>
        <translation>im Archivordner selbst</translation>
    </message>
    <message>
        <source>in {folder}</source>
        <translation>in {folder}</translation>
    </message>
    <message>
        <source>palette of colours</source>
        <translation>Farbpalette</translation>
    </message>
    <message>
        <source>{colours}, {bits} bits</source>
        <translation>{colours}, {bits} Bit</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>{resolution} ppi</source>
        <translation>{resolution} ppi</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} Pixel</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop: {title}</source>
        <translation>Anhalten: {title}</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>about {n} h left</source>
        <translation>noch etwa {n} h</translation>
    </message>
    <message>
        <source>about {n} min left</source>
        <translation>noch etwa {n} min</translation>
    </message>
    <message>
        <source>about {n} s left</source>
        <translation>noch etwa {n} s</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>wird angehalten…</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>wartet auf seine Reihe</translation>
    </message>
</context>
<context>
    <name>JobsPopup</name>
    <message>
        <source>Nothing at the moment.</source>
        <translation>Im Moment nichts.</translation>
    </message>
    <message>
        <source>What is going on</source>
        <translation>Was gerade läuft</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>A page up, down</source>
        <translation>Eine Seite hinauf, hinab</translation>
    </message>
    <message>
        <source>Alt, while dragging</source>
        <translation>Alt, beim Ziehen</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Back to the grid</source>
        <translation>Zurück zum Raster</translation>
    </message>
    <message>
        <source>Close the newest message</source>
        <translation>Die neueste Meldung schließen</translation>
    </message>
    <message>
        <source>Comparing: link, swap, other side</source>
        <translation>Beim Vergleichen: verbinden, tauschen, andere Seite</translation>
    </message>
    <message>
        <source>Ctrl+Wheel</source>
        <translation>Strg+Mausrad</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Escape</translation>
    </message>
    <message>
        <source>Find what is like a part: draw a rectangle</source>
        <translation>Finden, was einem Ausschnitt ähnlich ist: ein Rechteck ziehen</translation>
    </message>
    <message>
        <source>First, last image</source>
        <translation>Erstes, letztes Bild</translation>
    </message>
    <message>
        <source>Go from image to image</source>
        <translation>Von Bild zu Bild gehen</translation>
    </message>
    <message>
        <source>Go to a page by its number</source>
        <translation>Zu einer Seite nach ihrer Nummer gehen</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>In the grid</source>
        <translation>Im Raster</translation>
    </message>
    <message>
        <source>In the list of groupings</source>
        <translation>In der Liste der Gruppierungen</translation>
    </message>
    <message>
        <source>In the table of versions</source>
        <translation>In der Tabelle der Versionen</translation>
    </message>
    <message>
        <source>K, X, Tab</source>
        <translation>K, X, Tab</translation>
    </message>
    <message>
        <source>Keep the zoom from image to image</source>
        <translation>Den Zoom von Bild zu Bild behalten</translation>
    </message>
    <message>
        <source>Larger, smaller</source>
        <translation>Größer, kleiner</translation>
    </message>
    <message>
        <source>Larger, smaller images</source>
        <translation>Größere, kleinere Bilder</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>Looking closely</source>
        <translation>Genau betrachten</translation>
    </message>
    <message>
        <source>Mark as negatives instead of positives</source>
        <translation>Als negativ statt als positiv markieren</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Das Bild verschieben</translation>
    </message>
    <message>
        <source>No key has these words.</source>
        <translation>Keine Taste enthält diese Wörter.</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Eins zu eins</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Previous, next image</source>
        <translation>Voriges, nächstes Bild</translation>
    </message>
    <message>
        <source>Previous, next page</source>
        <translation>Vorige, nächste Seite</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Select more</source>
        <translation>Mehr auswählen</translation>
    </message>
    <message>
        <source>Shift+Arrows</source>
        <translation>Umschalt+Pfeiltasten</translation>
    </message>
    <message>
        <source>Space, Escape</source>
        <translation>Leertaste, Escape</translation>
    </message>
    <message>
        <source>Turn right, left</source>
        <translation>Nach rechts, links drehen</translation>
    </message>
    <message>
        <source>Use this version</source>
        <translation>Diese Version verwenden</translation>
    </message>
    <message>
        <source>What is known of the image</source>
        <translation>Was über das Bild bekannt ist</translation>
    </message>
    <message>
        <source>Whole image</source>
        <translation>Ganzes Bild</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Go on training</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stopping the training, then closing…</source>
        <translation>Das Training wird angehalten, dann wird geschlossen…</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>How many neighbours</source>
        <translation>Wie viele Nachbarn</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>No farther than</source>
        <translation>Nicht ferner als</translation>
    </message>
    <message>
        <source>No neighbour farther than this distance</source>
        <translation>Kein Nachbar ferner als diese Distanz</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Groupings</source>
        <translation>Gruppierungen</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>{name} (read-only)</source>
        <translation>{name} (nur zum Ansehen)</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Manual of archive-gui</source>
        <translation>Handbuch von archive-gui</translation>
    </message>
    <message>
        <source>manual.html</source>
        <translation>manual_de.html</translation>
    </message>
</context>
<context>
    <name>MarksController</name>
    <message>
        <source>Done again: {what}</source>
        <translation>Wiederhergestellt: {what}</translation>
    </message>
    <message>
        <source>Marks belong to a grouping. Select the image that shows the motif best and press A to start one, or choose a grouping on the left.</source>
        <translation>Markierungen gehören zu einer Gruppierung. Wählen Sie das Bild, das das Motiv am besten zeigt, und drücken Sie A, um eine zu beginnen, oder wählen Sie links eine Gruppierung.</translation>
    </message>
    <message>
        <source>Merged. Images that were positive in one and negative in another: {n:,}. They are what they were in “{name}”.</source>
        <translation>Zusammengeführt. Bilder, die in der einen positiv und in der anderen negativ waren: {n:,}. Sie sind jetzt, was sie in „{name}“ waren.</translation>
    </message>
    <message>
        <source>This image is the anchor of “{name}” already.</source>
        <translation>Dieses Bild ist bereits der Anker von „{name}“.</translation>
    </message>
    <message>
        <source>This image is the anchor of “{name}”, what the others are compared with.</source>
        <translation>Dieses Bild ist der Anker von „{name}“, mit dem die anderen verglichen werden.</translation>
    </message>
    <message>
        <source>This image is the anchor, what the others are compared with.</source>
        <translation>Dieses Bild ist der Anker, mit dem die anderen verglichen werden.</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Rückgängig gemacht: {what}</translation>
    </message>
</context>
<context>
    <name>MarksTarget</name>
    <message>
        <source>A new grouping of {name}</source>
        <translation>Eine neue Gruppierung von {name}</translation>
    </message>
    <message>
        <source>A new grouping, with the first right one as its anchor</source>
        <translation>Eine neue Gruppierung mit dem ersten richtigen als Anker</translation>
    </message>
    <message>
        <source>After P, N or U the selection moves on to the next result</source>
        <translation>Nach P, N oder U rückt die Auswahl zum nächsten Ergebnis weiter</translation>
    </message>
    <message>
        <source>Go to the next after a mark</source>
        <translation>Danach weiterrücken</translation>
    </message>
    <message>
        <source>Marks go to</source>
        <translation>Markierungen gehen an</translation>
    </message>
    <message>
        <source>Marks go to:</source>
        <translation>Markierungen gehen an:</translation>
    </message>
    <message>
        <source>P and N mark results in: {name}</source>
        <translation>P und N markieren Ergebnisse in: {name}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Diese Liste &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Groupings</source>
        <translation>&amp;Gruppierungen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>Bi&amp;lder</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>&amp;Places</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>&amp;Query</source>
        <translation>Ab&amp;frage</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Weitere Werkzeuge</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Remove those &amp;not found</source>
        <translation>&amp;Nicht gefundene entfernen</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>{name} (not found)</source>
        <translation>{name} (nicht gefunden)</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Close this message  (Esc)</source>
        <translation>Diese Meldung schließen  (Esc)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>Model</name>
    <message>
        <source>Model {n}</source>
        <translation>Modell {n}</translation>
    </message>
    <message>
        <source>Untrained</source>
        <translation>Untrainiert</translation>
    </message>
</context>
<context>
    <name>ModelCardWindow</name>
    <message>
        <source>Card of model {n}</source>
        <translation>Karte von Modell {n}</translation>
    </message>
    <message>
        <source>Card of the untrained model</source>
        <translation>Karte des untrainierten Modells</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
</context>
<context>
    <name>PastQueries</name>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Past &amp;queries</source>
        <translation>&amp;Frühere Abfragen</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on: {title}</source>
        <translation>Fortsetzen: {title}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause: {title}</source>
        <translation>Pause: {title}</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>A quick model takes about {quick}, a thorough one about {thorough} more.</source>
        <translation>Ein schnelles Modell braucht etwa {quick}, ein gründliches noch etwa {thorough}.</translation>
    </message>
    <message>
        <source>A quick model takes about {quick}, the whole network about {thorough} more.</source>
        <translation>Ein schnelles Modell braucht etwa {quick}, das ganze Netz noch etwa {thorough}.</translation>
    </message>
    <message>
        <source>A quick model takes about {quick}.</source>
        <translation>Ein schnelles Modell braucht etwa {quick}.</translation>
    </message>
    <message>
        <source>Learns from {n:,} grouping with {images:,} images.</source>
        <translation>Lernt aus {n:,} Gruppierung mit {images:,} Bildern.</translation>
    </message>
    <message>
        <source>Learns from {n:,} groupings with {images:,} images.</source>
        <translation>Lernt aus {n:,} Gruppierungen mit {images:,} Bildern.</translation>
    </message>
    <message>
        <source>Then {archive:,} images are made ready in about {prepare}.</source>
        <translation>Dann werden {archive:,} Bilder in etwa {prepare} vorbereitet.</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>Curves of the training</source>
        <translation>Kurven des Trainings</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Figures on held-out marks by epoch</source>
        <translation>Kennzahlen an zurückgehaltenen Markierungen je Epoche</translation>
    </message>
    <message>
        <source>First right</source>
        <translation>Erster richtig</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Loss by epoch</source>
        <translation>Verlust je Epoche</translation>
    </message>
    <message>
        <source>Loss: what training makes small</source>
        <translation>Verlust: was das Training verkleinert</translation>
    </message>
    <message>
        <source>Measured on marks that the training does not see; higher is better. First right: share of images whose first neighbour is right (recall@1). Order: how far the neighbours are in the right order (mAP@R)</source>
        <translation>Gemessen an Markierungen, die das Training nicht sieht; höher ist besser. Erster richtig: Anteil der Bilder, deren erster Nachbar richtig ist (recall@1). Ordnung: wie weit die Nachbarn in richtiger Ordnung stehen (mAP@R)</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordnung</translation>
    </message>
    <message>
        <source>Share right</source>
        <translation>Anteil richtig</translation>
    </message>
    <message>
        <source>first right</source>
        <translation>Erster richtig</translation>
    </message>
    <message>
        <source>loss {loss:.3f}</source>
        <translation>Verlust {loss:.3f}</translation>
    </message>
    <message>
        <source>order</source>
        <translation>Ordnung</translation>
    </message>
    <message>
        <source>recall@1 {recall:.2f}, mAP@R {ranked:.2f}</source>
        <translation>recall@1 {recall:.2f}, mAP@R {ranked:.2f}</translation>
    </message>
    <message>
        <source>{name}: as at first, {end:.2f}.</source>
        <translation>{name}: wie am Anfang, {end:.2f}.</translation>
    </message>
    <message>
        <source>{name}: down from {start:.2f} to {end:.2f}.</source>
        <translation>{name}: gefallen von {start:.2f} auf {end:.2f}.</translation>
    </message>
    <message>
        <source>{name}: up from {start:.2f} to {end:.2f}.</source>
        <translation>{name}: gestiegen von {start:.2f} auf {end:.2f}.</translation>
    </message>
    <message>
        <source>{stage}, epoch {n} of {all}</source>
        <translation>{stage}, Epoche {n} von {all}</translation>
    </message>
</context>
<context>
    <name>PreparationController</name>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Model {n} answers</source>
        <translation>Modell {n} antwortet</translation>
    </message>
    <message>
        <source>Model {n} answers now.</source>
        <translation>Jetzt antwortet Modell {n}.</translation>
    </message>
    <message>
        <source>Model {n} is not prepared yet, so the model before it answers.</source>
        <translation>Modell {n} ist noch nicht vorbereitet, daher antwortet das vorige.</translation>
    </message>
    <message>
        <source>Preparing model {n}</source>
        <translation>Modell {n} wird vorbereitet</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>The quick model, model {n}, answers now; the thorough one follows.</source>
        <translation>Jetzt antwortet das schnelle Modell, Modell {n}; das gründliche folgt.</translation>
    </message>
    <message>
        <source>The untrained model answers</source>
        <translation>Das untrainierte Modell antwortet</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>{words}; model {n} is being prepared</source>
        <translation>{words}; Modell {n} wird vorbereitet</translation>
    </message>
    <message>
        <source>{words}; model {n} is not prepared yet</source>
        <translation>{words}; Modell {n} ist noch nicht vorbereitet</translation>
    </message>
</context>
<context>
    <name>ProjectController</name>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Making the sample archive</source>
        <translation>Das Beispielarchiv wird erstellt</translation>
    </message>
    <message>
        <source>Open read-only</source>
        <translation>Nur ansehen</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>{name} wird geöffnet</translation>
    </message>
    <message>
        <source>Scanning the archive</source>
        <translation>Das Archiv wird eingelesen</translation>
    </message>
    <message>
        <source>Scanning was stopped; what was read is kept.</source>
        <translation>Das Einlesen wurde angehalten; was gelesen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>This is a copy to look at, of a project that is in use or not writable: you can search and export, but not mark, import or train.</source>
        <translation>Dies ist eine Kopie zum Ansehen von einem Projekt, das in Gebrauch oder nicht beschreibbar ist: Sie können suchen und exportieren, aber nicht markieren, importieren oder trainieren.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>{n:,} file could not be read. Choose “Filter” above the grid to see which and why.</source>
        <translation>{n:,} Datei konnte nicht gelesen werden. Wählen Sie „Filter“ über dem Raster, um zu sehen, welche und warum.</translation>
    </message>
    <message>
        <source>{n:,} file is missing now; if a drive is not connected, connect it and scan again. All marks are kept.</source>
        <translation>{n:,} Datei fehlt jetzt; wenn ein Laufwerk nicht angeschlossen ist, schließen Sie es an und lesen Sie neu ein. Alle Markierungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>{n:,} files are missing now; if a drive is not connected, connect it and scan again. All marks are kept.</source>
        <translation>{n:,} Dateien fehlen jetzt; wenn ein Laufwerk nicht angeschlossen ist, schließen Sie es an und lesen Sie neu ein. Alle Markierungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>{n:,} files could not be read. Choose “Filter” above the grid to see which and why.</source>
        <translation>{n:,} Dateien konnten nicht gelesen werden. Wählen Sie „Filter“ über dem Raster, um zu sehen, welche und warum.</translation>
    </message>
</context>
<context>
    <name>QueryController</name>
    <message>
        <source>Finding similar images</source>
        <translation>Ähnliche Bilder werden gesucht</translation>
    </message>
    <message>
        <source>Only the address of the picture arrived, not the picture. Copy the image in the browser and paste it here, or save it and drop the file.</source>
        <translation>Nur die Adresse des Bildes kam an, nicht das Bild. Kopieren Sie das Bild im Browser und fügen Sie es hier ein, oder speichern Sie es und ziehen Sie die Datei hierher.</translation>
    </message>
    <message>
        <source>Open a folder of images first, then search in it.</source>
        <translation>Öffnen Sie zuerst einen Bilderordner, suchen Sie dann darin.</translation>
    </message>
    <message>
        <source>Part of {name}</source>
        <translation>Ausschnitt aus {name}</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>These were found before the images or the model changed.</source>
        <translation>Diese wurden gefunden, bevor sich die Bilder oder das Modell änderten.</translation>
    </message>
    <message>
        <source>{n:,} more was left out, too.</source>
        <translation>{n:,} weiteres wurde ebenfalls weggelassen.</translation>
    </message>
    <message>
        <source>{n:,} more were left out, too.</source>
        <translation>{n:,} weitere wurden ebenfalls weggelassen.</translation>
    </message>
    <message>
        <source>{path} cannot be read, so nothing like it can be found.</source>
        <translation>{path} kann nicht gelesen werden, daher lässt sich nichts Ähnliches finden.</translation>
    </message>
    <message>
        <source>{path} is no longer in the archive folder, so nothing like it is found.</source>
        <translation>{path} ist nicht mehr im Archivordner, daher wird nichts Ähnliches gefunden.</translation>
    </message>
</context>
<context>
    <name>QueryMarks</name>
    <message>
        <source>Mark a right result with P first: it becomes the anchor of a new grouping. Or choose under “Marks go to” where marks belong.</source>
        <translation>Markieren Sie zuerst ein richtiges Ergebnis mit P: Es wird der Anker einer neuen Gruppierung. Oder wählen Sie unter „Markierungen gehen an“, wohin Markierungen gehören.</translation>
    </message>
</context>
<context>
    <name>QueryPanel</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>Versionen vergleichen</translation>
    </message>
    <message>
        <source>Distance by rank</source>
        <translation>Distanz nach Rang</translation>
    </message>
    <message>
        <source>Or select images in the grid and press Return. Neighbours appear in the grid, the nearest first; mark them with P and N, and train.</source>
        <translation>Oder wählen Sie im Raster Bilder und drücken Sie die Eingabetaste. Die Nachbarn erscheinen im Raster, die nächsten zuerst; markieren Sie sie mit P und N, und trainieren Sie.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>The search ended without a result.</source>
        <translation>Die Suche endete ohne Ergebnis.</translation>
    </message>
    <message>
        <source>model {n}</source>
        <translation>Modell {n}</translation>
    </message>
    <message>
        <source>the untrained model</source>
        <translation>dem untrainierten Modell</translation>
    </message>
    <message>
        <source>{count:,} neighbours by {model}, found in {time} ms</source>
        <translation>{count:,} Nachbarn nach {model}, gefunden in {time} ms</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>Not found; is a drive not connected?  {folder}</source>
        <translation>Nicht gefunden; ist ein Laufwerk nicht angeschlossen?  {folder}</translation>
    </message>
    <message>
        <source>Open {name} again</source>
        <translation>{name} wieder öffnen</translation>
    </message>
    <message>
        <source>Take off this list; nothing is deleted</source>
        <translation>Von dieser Liste nehmen; nichts wird gelöscht</translation>
    </message>
    <message>
        <source>Take {name} off this list</source>
        <translation>{name} von dieser Liste nehmen</translation>
    </message>
    <message>
        <source>{name}, not found</source>
        <translation>{name}, nicht gefunden</translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Each held-out image is asked for its neighbours, before and after.</source>
        <translation>Jedes zurückgehaltene Bild wird nach seinen Nachbarn gefragt, vorher und nachher.</translation>
    </message>
    <message>
        <source>Held-out images whose neighbours changed most; click to search</source>
        <translation>Zurückgehaltene Bilder, deren Nachbarn sich am meisten änderten; klicken, um zu suchen</translation>
    </message>
    <message>
        <source>Last training</source>
        <translation>Letztes Training</translation>
    </message>
    <message>
        <source>Looking for examples…</source>
        <translation>Suche nach Beispielen…</translation>
    </message>
    <message>
        <source>No examples</source>
        <translation>Keine Beispiele</translation>
    </message>
    <message>
        <source>Show again what the last training brought</source>
        <translation>Wieder zeigen, was das letzte Training brachte</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Anchor</source>
        <translation>Anker</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Negativ</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>Positiv</translation>
    </message>
</context>
<context>
    <name>RowPainter</name>
    <message>
        <source>Alike</source>
        <translation>Ähnlich</translation>
    </message>
    <message>
        <source>Not alike</source>
        <translation>Nicht ähnlich</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>The archive is still being scanned; what is found later comes in when the scan is over.</source>
        <translation>Das Archiv wird noch eingelesen; was später gefunden wird, kommt hinzu, wenn das Einlesen beendet ist.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>A grouping cannot be merged with itself; choose two groupings.</source>
        <translation>Eine Gruppierung lässt sich nicht mit sich selbst zusammenführen; wählen Sie zwei Gruppierungen.</translation>
    </message>
    <message>
        <source>A grouping needs a name; type at least one letter.</source>
        <translation>Eine Gruppierung braucht einen Namen; geben Sie mindestens einen Buchstaben ein.</translation>
    </message>
    <message>
        <source>A single image is a hint, not a proof.</source>
        <translation>Ein einzelnes Bild ist ein Hinweis, kein Beweis.</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Alike (with the anchor)</source>
        <translation>Ähnlich (mit dem Anker)</translation>
    </message>
    <message>
        <source>Another grouping with the same anchor is called “{name}” already; choose another name or merge the two.</source>
        <translation>Eine andere Gruppierung mit demselben Anker heißt bereits „{name}“; wählen Sie einen anderen Namen oder führen Sie die beiden zusammen.</translation>
    </message>
    <message>
        <source>Another grouping “{name}” has that anchor already; merge the two.</source>
        <translation>Eine andere Gruppierung „{name}“ hat diesen Anker bereits; führen Sie die beiden zusammen.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Better: on {images} the neighbours improved by {gain} points of 100 (likely between {low} and {high}).</source>
        <translation>Besser: Bei {images} wurden die Nachbarn um {gain} von 100 Punkten besser (wahrscheinlich zwischen {low} und {high}).</translation>
    </message>
    <message>
        <source>Building the index</source>
        <translation>Der Index wird aufgebaut</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Delete {n:,} groupings</source>
        <translation>{n:,} Gruppierungen löschen</translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation>„{name}“ löschen</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distanz</translation>
    </message>
    <message>
        <source>Downloading the weights of {network} (MB)</source>
        <translation>Die Gewichte von {network} werden geladen (MB)</translation>
    </message>
    <message>
        <source>Drawing the sample archive</source>
        <translation>Das Beispielarchiv wird gezeichnet</translation>
    </message>
    <message>
        <source>Edit the note of “{name}”</source>
        <translation>Notiz von „{name}“ ändern</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Euclidean</source>
        <translation>euklidisch</translation>
    </message>
    <message>
        <source>Fetching images</source>
        <translation>Bilder werden geholt</translation>
    </message>
    <message>
        <source>Fetching the manifest</source>
        <translation>Das Manifest wird geholt</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>From 2 to {n:,} groupings can be related at once; select so many.</source>
        <translation>Es lassen sich 2 bis {n:,} Gruppierungen auf einmal verbinden; wählen Sie so viele aus.</translation>
    </message>
    <message>
        <source>From epoch {n} on the loss was no number any more: the learning ran astray. Choose a smaller margin ({usual:g} is usual), and train again.</source>
        <translation>Ab Epoche {n} war der Verlust keine Zahl mehr: Das Lernen lief ins Leere. Wählen Sie einen kleineren Mindestabstand ({usual:g} ist üblich) und trainieren Sie erneut.</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Group by “{name}”</source>
        <translation>Nach „{name}“ gruppieren</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Gruppierung</translation>
    </message>
    <message>
        <source>Images cannot be written into {folder} ({why}); make room there, or choose another folder.</source>
        <translation>In {folder} können keine Bilder geschrieben werden ({why}); schaffen Sie dort Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>{file} importieren</translation>
    </message>
    <message>
        <source>Indexing on a cluster needs the package ray ({why}); install it with “pip install &quot;{wheel}[cluster]&quot;”.</source>
        <translation>Zum Indizieren auf einem Cluster fehlt das Paket ray ({why}); installieren Sie es mit „pip install &quot;{wheel}[cluster]&quot;“.</translation>
    </message>
    <message>
        <source>Intended use and limits</source>
        <translation>Zweck und Grenzen</translation>
    </message>
    <message>
        <source>It was not put in use.</source>
        <translation>Es wurde nicht in Gebrauch genommen.</translation>
    </message>
    <message>
        <source>It was put in use.</source>
        <translation>Es wurde in Gebrauch genommen.</translation>
    </message>
    <message>
        <source>Keeping the model</source>
        <translation>Das Modell wird gespeichert</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Gelernt aus</translation>
    </message>
    <message>
        <source>Learning from all marks</source>
        <translation>Lernen aus allen Markierungen</translation>
    </message>
    <message>
        <source>Looking at the images</source>
        <translation>Die Bilder werden betrachtet</translation>
    </message>
    <message>
        <source>Looking at the marked images in other ways</source>
        <translation>Die markierten Bilder werden in Abwandlungen betrachtet</translation>
    </message>
    <message>
        <source>Looking for images</source>
        <translation>Suche nach Bildern</translation>
    </message>
    <message>
        <source>Looking for moved files</source>
        <translation>Suche nach verschobenen Dateien</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Made small</source>
        <translation>Verkleinert wurde</translation>
    </message>
    <message>
        <source>Make another image the anchor of “{name}”</source>
        <translation>Ein anderes Bild zum Anker von „{name}“ machen</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Mindestabstand</translation>
    </message>
    <message>
        <source>Mark {n:,} image as negative in “{name}”</source>
        <translation>{n:,} Bild in „{name}“ als negativ markieren</translation>
    </message>
    <message>
        <source>Mark {n:,} image as positive in “{name}”</source>
        <translation>{n:,} Bild in „{name}“ als positiv markieren</translation>
    </message>
    <message>
        <source>Mark {n:,} images as negative in “{name}”</source>
        <translation>{n:,} Bilder in „{name}“ als negativ markieren</translation>
    </message>
    <message>
        <source>Mark {n:,} images as positive in “{name}”</source>
        <translation>{n:,} Bilder in „{name}“ als positiv markieren</translation>
    </message>
    <message>
        <source>Marks are left out because of their images: {examples}. Put the files back and scan again, or unmark them.</source>
        <translation>Markierungen bleiben wegen ihrer Bilder außer Betracht: {examples}. Legen Sie die Dateien zurück und lesen Sie neu ein, oder entfernen Sie die Markierungen.</translation>
    </message>
    <message>
        <source>Marks contradict each other: {examples}. Nothing is learned of such a pair; unmark one of the two where it is wrong.</source>
        <translation>Markierungen widersprechen sich: {examples}. Aus einem solchen Paar wird nichts gelernt; entfernen Sie die falsche der beiden Markierungen.</translation>
    </message>
    <message>
        <source>Marks it was trained on</source>
        <translation>Markierungen, mit denen es trainiert wurde</translation>
    </message>
    <message>
        <source>Measured with {n:,} marked image that was held out of the training; “before” is {model}.</source>
        <translation>Gemessen mit {n:,} markierten Bild, das vom Training zurückgehalten wurde; „vorher“ ist {model}.</translation>
    </message>
    <message>
        <source>Measured with {n:,} marked images that were held out of the training; “before” is {model}.</source>
        <translation>Gemessen mit {n:,} markierten Bildern, die vom Training zurückgehalten wurden; „vorher“ ist {model}.</translation>
    </message>
    <message>
        <source>Members of other groupings are negatives</source>
        <translation>Mitglieder anderer Gruppierungen gelten als negativ</translation>
    </message>
    <message>
        <source>Merge groupings</source>
        <translation>Gruppierungen übernehmen</translation>
    </message>
    <message>
        <source>Merge the groupings of {who}</source>
        <translation>Gruppierungen von {who} übernehmen</translation>
    </message>
    <message>
        <source>Merge {n:,} groupings into “{into}”</source>
        <translation>{n:,} Gruppierungen mit „{into}“ zusammenführen</translation>
    </message>
    <message>
        <source>Merge “{name}” into “{into}”</source>
        <translation>„{name}“ mit „{into}“ zusammenführen</translation>
    </message>
    <message>
        <source>Model {n}</source>
        <translation>Modell {n}</translation>
    </message>
    <message>
        <source>Model {n} cannot be deleted while it is in use or answers; use another one first.</source>
        <translation>Modell {n} kann nicht gelöscht werden, solange es in Gebrauch ist oder antwortet; benutzen Sie zuerst ein anderes.</translation>
    </message>
    <message>
        <source>Model {n} cannot be moved to {target} ({reason}); close other programs that use its folder, and try again.</source>
        <translation>Modell {n} kann nicht nach {target} verschoben werden ({reason}); schließen Sie andere Programme, die seinen Ordner benutzen, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Model {n} does not fit its network {network}; choose another model, or restore its files from a backup.</source>
        <translation>Modell {n} passt nicht zu seinem Netz {network}; wählen Sie ein anderes Modell, oder stellen Sie seine Dateien aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Nearest is right (recall@1)</source>
        <translation>Nächster ist richtig (recall@1)</translation>
    </message>
    <message>
        <source>Negatives</source>
        <translation>Negative</translation>
    </message>
    <message>
        <source>No other process could be started ({why}); close other programs and try again.</source>
        <translation>Es konnte kein weiterer Prozess gestartet werden ({why}); schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>No two images have the same “{name}”, so there is nothing to group by; choose another column.</source>
        <translation>Keine zwei Bilder haben dasselbe bei „{name}“, also gibt es nichts zu gruppieren; wählen Sie eine andere Spalte.</translation>
    </message>
    <message>
        <source>No worse: on {images} the neighbours are as good as before.</source>
        <translation>Nicht schlechter: Bei {images} sind die Nachbarn so gut wie vorher.</translation>
    </message>
    <message>
        <source>No worse: on {images} the neighbours changed by {gain} points of 100 (likely between {low} and {high}), which may be chance.</source>
        <translation>Nicht schlechter: Bei {images} änderten sich die Nachbarn um {gain} von 100 Punkten (wahrscheinlich zwischen {low} und {high}), was Zufall sein kann.</translation>
    </message>
    <message>
        <source>None of these images is in “{name}”; select some of its members.</source>
        <translation>Keines dieser Bilder ist in „{name}“; wählen Sie einige seiner Mitglieder aus.</translation>
    </message>
    <message>
        <source>Nothing that is alike would be left in “{name}”; leave its anchor or a positive.</source>
        <translation>In „{name}“ bliebe nichts Ähnliches zurück; lassen Sie den Anker oder ein positives Bild darin.</translation>
    </message>
    <message>
        <source>Other groupings may differ.</source>
        <translation>Bei anderen Gruppierungen kann es anders sein.</translation>
    </message>
    <message>
        <source>Perhaps better: on {images} the neighbours improved by {gain} points of 100.</source>
        <translation>Vielleicht besser: Bei {images} wurden die Nachbarn um {gain} von 100 Punkten besser.</translation>
    </message>
    <message>
        <source>Perhaps worse: on {images} the neighbours lost {loss} points of 100.</source>
        <translation>Vielleicht schlechter: Bei {images} verloren die Nachbarn {loss} von 100 Punkten.</translation>
    </message>
    <message>
        <source>Preparing model {n}</source>
        <translation>Modell {n} wird vorbereitet</translation>
    </message>
    <message>
        <source>Preparing the network (once)</source>
        <translation>Das Netz wird vorbereitet (einmalig)</translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation>Bilder werden eingelesen</translation>
    </message>
    <message>
        <source>Relate {n:,} groupings</source>
        <translation>{n:,} Gruppierungen verbinden</translation>
    </message>
    <message>
        <source>Relate “{name}” and “{other}”</source>
        <translation>„{name}“ und „{other}“ verbinden</translation>
    </message>
    <message>
        <source>Rename “{name}” to “{new}”</source>
        <translation>„{name}“ in „{new}“ umbenennen</translation>
    </message>
    <message>
        <source>Right among 10 (recall@10)</source>
        <translation>Richtiger unter 10 (recall@10)</translation>
    </message>
    <message>
        <source>Right among 5 (recall@5)</source>
        <translation>Richtiger unter 5 (recall@5)</translation>
    </message>
    <message>
        <source>SHA-256 of its weights</source>
        <translation>SHA-256 seiner Gewichte</translation>
    </message>
    <message>
        <source>SHA-256 of model.keras: {digest}</source>
        <translation>SHA-256 von model.keras: {digest}</translation>
    </message>
    <message>
        <source>Searching by Milvus needs the package pymilvus ({why}); install it with “pip install &quot;{wheel}[cluster]&quot;”.</source>
        <translation>Zum Suchen mit Milvus fehlt das Paket pymilvus ({why}); installieren Sie es mit „pip install &quot;{wheel}[cluster]&quot;“.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Sending embeddings to Milvus</source>
        <translation>Einbettungen werden an Milvus gesendet</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>So few images are a hint, not a proof.</source>
        <translation>So wenige Bilder sind ein Hinweis, kein Beweis.</translation>
    </message>
    <message>
        <source>Something else fetches into {folder} now; wait until it is done.</source>
        <translation>Gerade wird schon anderswo in {folder} geholt; warten Sie, bis das fertig ist.</translation>
    </message>
    <message>
        <source>Split “{name}” from “{old}”</source>
        <translation>„{name}“ von „{old}“ abteilen</translation>
    </message>
    <message>
        <source>Start “{name}”</source>
        <translation>„{name}“ beginnen</translation>
    </message>
    <message>
        <source>Starting from</source>
        <translation>Ausgehend von</translation>
    </message>
    <message>
        <source>Starting on the cluster</source>
        <translation>Auf dem Cluster wird begonnen</translation>
    </message>
    <message>
        <source>Take over {n:,} mark of another curator</source>
        <translation>{n:,} Markierung von jemand anderem übernehmen</translation>
    </message>
    <message>
        <source>Take over {n:,} marks of other curators</source>
        <translation>{n:,} Markierungen von anderen übernehmen</translation>
    </message>
    <message>
        <source>That grouping is no longer there; choose another one.</source>
        <translation>Diese Gruppierung gibt es nicht mehr; wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The Milvus server holds {found:,} images where {n:,} were sent; see that nobody else writes there, then try again.</source>
        <translation>Der Milvus-Server enthält {found:,} Bilder, wo {n:,} gesendet wurden; sorgen Sie dafür, dass dort niemand sonst schreibt, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The Milvus server {server} did not do what it was asked ({why}); see that it runs and can be reached, then try again.</source>
        <translation>Der Milvus-Server {server} hat nicht getan, worum er gebeten wurde ({why}); sorgen Sie dafür, dass er läuft und erreichbar ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The Ray cluster {address} cannot be reached ({why}); see that this computer is part of it, then index again.</source>
        <translation>Der Ray-Cluster {address} ist nicht erreichbar ({why}); sorgen Sie dafür, dass dieser Rechner ein Teil von ihm ist, und indizieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>The anchor of “{name}” cannot be a negative too; make another image its anchor first.</source>
        <translation>Der Anker von „{name}“ kann nicht zugleich negativ sein; machen Sie zuerst ein anderes Bild zum Anker.</translation>
    </message>
    <message>
        <source>The anchor of “{name}” cannot be a positive too; make another image its anchor first.</source>
        <translation>Der Anker von „{name}“ kann nicht zugleich positiv sein; machen Sie zuerst ein anderes Bild zum Anker.</translation>
    </message>
    <message>
        <source>The anchor of “{name}” cannot be taken out while others stay; make another image its anchor first, or delete the grouping.</source>
        <translation>Der Anker von „{name}“ kann nicht entfernt werden, solange andere Bilder bleiben; machen Sie zuerst ein anderes Bild zum Anker, oder löschen Sie die Gruppierung.</translation>
    </message>
    <message>
        <source>The archive folder {folder} cannot be found; connect its drive or choose another folder.</source>
        <translation>Der Archivordner {folder} ist nicht zu finden; schließen Sie sein Laufwerk an oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The archive folder {folder} cannot be read ({why}); check its permissions.</source>
        <translation>Der Archivordner {folder} kann nicht gelesen werden ({why}); prüfen Sie seine Zugriffsrechte.</translation>
    </message>
    <message>
        <source>The backup {file} belongs to another archive; choose another one.</source>
        <translation>Die Sicherung {file} gehört zu einem anderen Archiv; wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The backup {file} cannot be put in the place of the catalog ({why}); see that the disk is not full.</source>
        <translation>Die Sicherung {file} kann nicht an die Stelle des Katalogs treten ({why}); prüfen Sie, ob der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>The backup {file} cannot be read; choose another one.</source>
        <translation>Die Sicherung {file} kann nicht gelesen werden; wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The catalog cannot be copied to {file} ({why}); see that the disk is not full, and open the project again.</source>
        <translation>Der Katalog kann nicht nach {file} kopiert werden ({why}); prüfen Sie, ob der Datenträger voll ist, und öffnen Sie das Projekt noch einmal.</translation>
    </message>
    <message>
        <source>The catalog knows no image number {n}; scan it again.</source>
        <translation>Der Katalog kennt kein Bild Nummer {n}; lesen Sie das Archiv neu ein.</translation>
    </message>
    <message>
        <source>The catalog knows no image number {n}; scan the archive again.</source>
        <translation>Der Katalog kennt kein Bild Nummer {n}; lesen Sie das Archiv neu ein.</translation>
    </message>
    <message>
        <source>The catalog {file} cannot be read now ({why}); try again in a moment.</source>
        <translation>Der Katalog {file} kann gerade nicht gelesen werden ({why}); versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The catalog {file} holds what archive-gui never writes, so it is not opened; restore it from a backup.</source>
        <translation>Der Katalog {file} enthält etwas, das archive-gui nie schreibt, und wird deshalb nicht geöffnet; stellen Sie ihn aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The catalog {file} is damaged ({why}); restore a backup of it (in the menu File).</source>
        <translation>Der Katalog {file} ist beschädigt ({why}); stellen Sie eine Sicherung wieder her (im Menü Datei).</translation>
    </message>
    <message>
        <source>The catalog {file} is not as archive-gui writes it (in its {table}), so it is not opened; restore it from a backup.</source>
        <translation>Der Katalog {file} ist nicht so, wie archive-gui ihn schreibt (in seinen {table}), und wird deshalb nicht geöffnet; stellen Sie ihn aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The cluster gives nothing back ({why}); see that archive-gui[cluster] is installed on all its machines, then index again.</source>
        <translation>Der Cluster gibt nichts zurück ({why}); sorgen Sie dafür, dass archive-gui[cluster] auf allen seinen Rechnern installiert ist, und indizieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>The computer stopped this, probably for want of memory. Your marks and models are safe; close other programs and try again.</source>
        <translation>Der Computer hat dies abgebrochen, wahrscheinlich aus Mangel an Arbeitsspeicher. Ihre Markierungen und Modelle sind sicher; schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The disk has no room for the pixels of {name}; free some space to see all its details.</source>
        <translation>Auf dem Datenträger ist kein Platz für die Pixel von {name}; schaffen Sie Platz, um alle Einzelheiten zu sehen.</translation>
    </message>
    <message>
        <source>The examples of this query cancel each other out; take one of them away.</source>
        <translation>Die Beispiele dieser Abfrage heben sich gegenseitig auf; nehmen Sie eines davon weg.</translation>
    </message>
    <message>
        <source>The features of images in {file} cannot be read or written ({why}); see that the disk is not full.</source>
        <translation>Die Merkmale der Bilder in {file} können nicht gelesen oder geschrieben werden ({why}); prüfen Sie, ob der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>The file {file} belongs to the project itself; choose another place.</source>
        <translation>Die Datei {file} gehört zum Projekt selbst; wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read ({why}); check its name and permissions.</source>
        <translation>Die Datei {file} kann nicht gelesen werden ({why}); prüfen Sie ihren Namen und ihre Zugriffsrechte.</translation>
    </message>
    <message>
        <source>The file {file} cannot be written ({why}); choose another place.</source>
        <translation>Die Datei {file} kann nicht geschrieben werden ({why}); wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The file {file} gives no label to two images of the archive; check its paths.</source>
        <translation>Die Datei {file} nennt für keine zwei Bilder des Archivs eine Bezeichnung; prüfen Sie ihre Pfade.</translation>
    </message>
    <message>
        <source>The file {file} has no column that names images of this archive; name one “path” or “filename”.</source>
        <translation>Die Datei {file} hat keine Spalte, die Bilder dieses Archivs nennt; nennen Sie eine „path“ oder „filename“.</translation>
    </message>
    <message>
        <source>The file {file} has no column “{column}”; its first line must name the columns {columns}.</source>
        <translation>Die Datei {file} hat keine Spalte „{column}“; ihre erste Zeile muss die Spalten {columns} nennen.</translation>
    </message>
    <message>
        <source>The file {file} holds no groupings of archive-gui; have them exported with a name that ends in .json.</source>
        <translation>Die Datei {file} enthält keine Gruppierungen von archive-gui; lassen Sie sie unter einem Namen exportieren, der auf .json endet.</translation>
    </message>
    <message>
        <source>The file {file} is empty; its first line must name the columns.</source>
        <translation>Die Datei {file} ist leer; ihre erste Zeile muss die Spalten nennen.</translation>
    </message>
    <message>
        <source>The file {file} is no CSV file in UTF-8 ({why}); save it again as “CSV UTF-8”.</source>
        <translation>Die Datei {file} ist keine CSV-Datei in UTF-8 ({why}); speichern Sie sie noch einmal als „CSV UTF-8“.</translation>
    </message>
    <message>
        <source>The file {file} is no IIIF manifest of version 2 or 3; save the manifest of one work, not of a collection.</source>
        <translation>Die Datei {file} ist kein IIIF-Manifest der Version 2 oder 3; speichern Sie das Manifest eines Werks, nicht einer Sammlung.</translation>
    </message>
    <message>
        <source>The file {file} is no table in UTF-8 or Windows-1252 ({why}); save it again as “CSV UTF-8”.</source>
        <translation>Die Datei {file} ist keine Tabelle in UTF-8 oder Windows-1252 ({why}); speichern Sie sie noch einmal als „CSV UTF-8“.</translation>
    </message>
    <message>
        <source>The file {file} lies in the archive folder, in which nothing is ever written; choose another place.</source>
        <translation>Die Datei {file} liegt im Archivordner, in den nie etwas geschrieben wird; wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The file {file} was written by a newer archive-gui; update the program to merge it.</source>
        <translation>Die Datei {file} stammt von einem neueren archive-gui; aktualisieren Sie das Programm, um sie zu übernehmen.</translation>
    </message>
    <message>
        <source>The folder of features {folder} cannot be written ({why}); see that you may write there and the disk is not full.</source>
        <translation>In den Merkmalsordner {folder} kann nicht geschrieben werden ({why}); prüfen Sie Ihre Zugriffsrechte und ob der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made ({why}); choose another place.</source>
        <translation>Der Ordner {folder} lässt sich nicht anlegen ({why}); wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read ({why}); check it.</source>
        <translation>Der Ordner {folder} kann nicht gelesen werden ({why}); prüfen Sie ihn.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read ({why}); choose another one.</source>
        <translation>Der Ordner {folder} kann nicht gelesen werden ({why}); wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The folder {folder} for prepared networks cannot be made ({why}); name another one in the environment variable ARCHIVE_GUI_CACHE.</source>
        <translation>Der Ordner {folder} für vorbereitete Netze kann nicht angelegt werden ({why}); nennen Sie einen anderen in der Umgebungsvariablen ARCHIVE_GUI_CACHE.</translation>
    </message>
    <message>
        <source>The folder {folder} holds other things already; choose a new or empty folder for the project.</source>
        <translation>Der Ordner {folder} enthält bereits anderes; wählen Sie für das Projekt einen neuen oder leeren Ordner.</translation>
    </message>
    <message>
        <source>The folder {folder} holds other things; choose a new or an empty one, or one into which archive-gui has fetched before.</source>
        <translation>Der Ordner {folder} enthält anderes; wählen Sie einen neuen oder leeren, oder einen, in den archive-gui schon geholt hat.</translation>
    </message>
    <message>
        <source>The folder {folder} lies in the archive that is open, in which nothing is ever written; choose another place.</source>
        <translation>Der Ordner {folder} liegt im geöffneten Archiv, in das nie etwas geschrieben wird; wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The grouping “{name}” has one anchor; choose a single image.</source>
        <translation>Die Gruppierung „{name}“ hat genau einen Anker; wählen Sie ein einzelnes Bild.</translation>
    </message>
    <message>
        <source>The image</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>The learning ran astray: its numbers grew beyond all bounds. Choose a smaller margin ({usual:g} is usual), and train again.</source>
        <translation>Das Lernen lief ins Leere: Seine Zahlen wuchsen über alle Grenzen. Wählen Sie einen kleineren Mindestabstand ({usual:g} ist üblich) und trainieren Sie erneut.</translation>
    </message>
    <message>
        <source>The loss did not fall ({first:.3g} at first, {last:.3g} at last), so hardly anything was learned. Look for marks that contradict each other, and choose the usual margin ({usual:g}) and the semi-hard miner.</source>
        <translation>Der Verlust sank nicht (anfangs {first:.3g}, zuletzt {last:.3g}), es wurde also kaum etwas gelernt. Suchen Sie nach Markierungen, die sich widersprechen, und wählen Sie den üblichen Mindestabstand ({usual:g}) und die halbschwere Tripelauswahl.</translation>
    </message>
    <message>
        <source>The manifest {address} cannot be fetched: {why}; check the address and try again.</source>
        <translation>Das Manifest {address} kann nicht geholt werden: {why}; prüfen Sie die Adresse, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The manifest {address} names {n:,} images; choose one that names from 1 to {most:,}.</source>
        <translation>Das Manifest {address} nennt {n:,} Bilder; wählen Sie eines, das 1 bis {most:,} nennt.</translation>
    </message>
    <message>
        <source>The margin {margin:g} can never be reached, since two images are at most {reach:g} apart by this distance. Choose a smaller one; {usual:g} is usual.</source>
        <translation>Der Mindestabstand {margin:g} ist unerreichbar, denn nach dieser Distanz liegen zwei Bilder höchstens {reach:g} auseinander. Wählen Sie einen kleineren; {usual:g} ist üblich.</translation>
    </message>
    <message>
        <source>The marks are too few to learn from; mark at least two positives in a grouping, and some negatives or a second grouping.</source>
        <translation>Es sind zu wenige Markierungen, um daraus zu lernen; markieren Sie in einer Gruppierung mindestens zwei positive Bilder, dazu einige negative oder eine zweite Gruppierung.</translation>
    </message>
    <message>
        <source>The model collapsed: it sees almost all images as the same. It is not put in use. Choose the semi-hard miner and the usual margin, and mark more different groupings and negatives.</source>
        <translation>Das Modell ist zusammengefallen: Es sieht fast alle Bilder als gleich an. Es wird nicht in Gebrauch genommen. Wählen Sie die halbschwere Tripelauswahl und den üblichen Mindestabstand, und markieren Sie mehr verschiedene Gruppierungen und negative Bilder.</translation>
    </message>
    <message>
        <source>The model file {file} cannot be read ({why}); check its disk and its permissions.</source>
        <translation>Die Modelldatei {file} kann nicht gelesen werden ({why}); prüfen Sie den Datenträger und die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>The model file {file} holds what archive-gui never writes, so it is not opened; choose another model, or restore the file from a backup.</source>
        <translation>Die Modelldatei {file} enthält etwas, das archive-gui nie schreibt, und wird deshalb nicht geöffnet; wählen Sie ein anderes Modell, oder stellen Sie die Datei aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The model file {file} is damaged ({why}); choose another model, or restore the file from a backup.</source>
        <translation>Die Modelldatei {file} ist beschädigt ({why}); wählen Sie ein anderes Modell, oder stellen Sie die Datei aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The model file {file} is missing; restore it from a backup of the project folder.</source>
        <translation>Die Modelldatei {file} fehlt; stellen Sie sie aus einer Sicherung des Projektordners wieder her.</translation>
    </message>
    <message>
        <source>The model in use stays in use.</source>
        <translation>Das bisherige Modell bleibt in Gebrauch.</translation>
    </message>
    <message>
        <source>The name cannot be written to {file} ({reason}); see that the disk is not full.</source>
        <translation>Der Name kann nicht nach {file} geschrieben werden ({reason}); prüfen Sie, ob der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>The name of the folder {folder} is no Unicode; rename it, then open it.</source>
        <translation>Der Name des Ordners {folder} ist kein Unicode; benennen Sie ihn um und öffnen Sie ihn dann.</translation>
    </message>
    <message>
        <source>The name {file} is no Unicode; rename it.</source>
        <translation>Der Name {file} ist kein Unicode; benennen Sie die Datei um.</translation>
    </message>
    <message>
        <source>The name {file} must end in .csv, .jsonld or .json; choose another one.</source>
        <translation>Der Name {file} muss auf .csv, .jsonld oder .json enden; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The name {file} must end in .keras; choose another one.</source>
        <translation>Der Name {file} muss auf .keras enden; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The network file {file} is damaged ({why}); delete it, and it is made again.</source>
        <translation>Die Netzdatei {file} ist beschädigt ({why}); löschen Sie sie, dann wird sie neu erstellt.</translation>
    </message>
    <message>
        <source>The network {name} came out wrong when it was prepared for searching; run &apos;archive-gui doctor&apos; and report what it says.</source>
        <translation>Das Netz {name} wurde beim Vorbereiten für die Suche fehlerhaft; rufen Sie &apos;archive-gui doctor&apos; auf und melden Sie, was es sagt.</translation>
    </message>
    <message>
        <source>The network {name} could not be prepared ({why}); run &apos;archive-gui doctor&apos;.</source>
        <translation>Das Netz {name} konnte nicht vorbereitet werden ({why}); rufen Sie &apos;archive-gui doctor&apos; auf.</translation>
    </message>
    <message>
        <source>The network {network} as it came, trained on everyday photographs (ImageNet), and the principal components of its features over this archive. It has learned nothing of what is alike here.</source>
        <translation>Das Netz {network}, wie es kam, trainiert mit alltäglichen Fotografien (ImageNet), und die Hauptkomponenten seiner Merkmale über diesem Archiv. Es hat nicht gelernt, was hier ähnlich ist.</translation>
    </message>
    <message>
        <source>The project folder {folder} cannot be made ({why}); choose a folder in which you may write.</source>
        <translation>Der Projektordner {folder} kann nicht angelegt werden ({why}); wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>The project folder {folder} lies inside the archive folder {archive}, in which nothing is ever written; choose a project folder elsewhere.</source>
        <translation>Der Projektordner {folder} liegt im Archivordner {archive}, in den nie etwas geschrieben wird; wählen Sie einen Projektordner an anderer Stelle.</translation>
    </message>
    <message>
        <source>The project {folder} belongs to the archive folder {known}; choose another project folder for {archive}.</source>
        <translation>Das Projekt {folder} gehört zum Archivordner {known}; wählen Sie für {archive} einen anderen Projektordner.</translation>
    </message>
    <message>
        <source>The project {folder} cannot be copied to {copy} ({why}); see that the disk is not full, and try again.</source>
        <translation>Das Projekt {folder} lässt sich nicht nach {copy} kopieren ({why}); sehen Sie nach, ob die Festplatte voll ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The project {folder} cannot be locked ({why}); check that you may write in that folder.</source>
        <translation>Das Projekt {folder} kann nicht gesperrt werden ({why}); prüfen Sie, ob Sie in diesen Ordner schreiben dürfen.</translation>
    </message>
    <message>
        <source>The project {folder} cannot be opened ({why}); check its disk and its permissions.</source>
        <translation>Das Projekt {folder} kann nicht geöffnet werden ({why}); prüfen Sie den Datenträger und die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>The project {folder} is in use by another process; close it there first.</source>
        <translation>Das Projekt {folder} ist in einem anderen Prozess geöffnet; schließen Sie es zuerst dort.</translation>
    </message>
    <message>
        <source>The project {folder} is in use by {user} on {host} (process {process}, since {since}); close it there first.</source>
        <translation>Das Projekt {folder} ist von {user} auf {host} geöffnet (Prozess {process}, seit {since}); schließen Sie es zuerst dort.</translation>
    </message>
    <message>
        <source>The project {folder} was made by a newer archive-gui; update the program to open it.</source>
        <translation>Das Projekt {folder} stammt von einem neueren archive-gui; aktualisieren Sie das Programm, um es zu öffnen.</translation>
    </message>
    <message>
        <source>The project {folder} was never finished; open its folder of images.</source>
        <translation>Das Projekt {folder} wurde nie fertig angelegt; öffnen Sie seinen Bilderordner.</translation>
    </message>
    <message>
        <source>The quick model of this training, model {n}, is in use.</source>
        <translation>Das schnelle Modell dieses Trainings, Modell {n}, ist in Gebrauch.</translation>
    </message>
    <message>
        <source>The same archive, marks, settings, seed ({seed}) and libraries give the same model bit for bit on the same machine. provenance.json beside this card has the marks, settings, seed and libraries, with the SHA-256 of every marked image.</source>
        <translation>Dasselbe Archiv, dieselben Markierungen, Einstellungen, Bibliotheken und derselbe Startwert ({seed}) ergeben auf demselben Rechner Bit für Bit dasselbe Modell. provenance.json neben dieser Karte enthält Markierungen, Einstellungen, Startwert und Bibliotheken, mit dem SHA-256 jedes markierten Bildes.</translation>
    </message>
    <message>
        <source>The same file, byte for byte, has both roles: {examples}. Nothing is learned of how it stands to the others there; unmark one of the two.</source>
        <translation>Dieselbe Datei, Byte für Byte, hat beide Rollen: {examples}. Wie sie dort zu den anderen steht, wird nicht gelernt; entfernen Sie eine der beiden Markierungen.</translation>
    </message>
    <message>
        <source>The sample archive cannot be written to {folder} ({why}); choose another folder.</source>
        <translation>Das Beispielarchiv kann nicht nach {folder} geschrieben werden ({why}); wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The sample archive has no seed {n}; choose 0 or a larger number.</source>
        <translation>Das Beispielarchiv hat keinen Startwert {n}; wählen Sie 0 oder eine größere Zahl.</translation>
    </message>
    <message>
        <source>The sample archive needs a new or empty folder, and {folder} is neither; choose another one.</source>
        <translation>Das Beispielarchiv braucht einen neuen oder leeren Ordner, und {folder} ist weder noch; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The thumbnails in {file} are closed; open the archive again.</source>
        <translation>Die Vorschaubilder in {file} sind geschlossen; öffnen Sie das Archiv noch einmal.</translation>
    </message>
    <message>
        <source>The thumbnails in {file} are damaged; delete the file and index again, which makes them anew.</source>
        <translation>Die Vorschaubilder in {file} sind beschädigt; löschen Sie die Datei und lesen Sie neu ein, dann werden sie neu erstellt.</translation>
    </message>
    <message>
        <source>The thumbnails in {file} cannot be read or written ({why}); see that the disk is not full.</source>
        <translation>Die Vorschaubilder in {file} können nicht gelesen oder geschrieben werden ({why}); prüfen Sie, ob der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>The trained model cannot be written to {folder} ({why}); see that the disk is not full, and train again.</source>
        <translation>Das trainierte Modell kann nicht nach {folder} geschrieben werden ({why}); prüfen Sie, ob der Datenträger voll ist, und trainieren Sie erneut.</translation>
    </message>
    <message>
        <source>The weights file {file} cannot be read ({why}); install the program again.</source>
        <translation>Die Gewichtsdatei {file} kann nicht gelesen werden ({why}); installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>The weights file {file} does not fit {network} ({why}); fetch it again.</source>
        <translation>Die Gewichtsdatei {file} passt nicht zu {network} ({why}); beschaffen Sie sie neu.</translation>
    </message>
    <message>
        <source>The weights file {file} is damaged ({why}); install the program again.</source>
        <translation>Die Gewichtsdatei {file} ist beschädigt ({why}); installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>The weights of {network} cannot be downloaded; fetch the file {file} on another computer and put it into {folder}.</source>
        <translation>Die Gewichte von {network} können nicht geladen werden; laden Sie die Datei {file} auf einem anderen Computer und legen Sie sie in {folder}.</translation>
    </message>
    <message>
        <source>There is no archive-gui project in {folder}.</source>
        <translation>In {folder} ist kein Projekt von archive-gui.</translation>
    </message>
    <message>
        <source>There is no archive-gui project in {folder}; make one with &apos;archive-gui index FOLDER --project PROJECT&apos;.</source>
        <translation>In {folder} liegt kein Projekt von archive-gui; legen Sie eines an mit &apos;archive-gui index FOLDER --project PROJECT&apos;.</translation>
    </message>
    <message>
        <source>There is no backbone called “{name}”; choose one of {names}.</source>
        <translation>Es gibt kein Grundnetz namens „{name}“; wählen Sie eines von {names}.</translation>
    </message>
    <message>
        <source>There is no file {file}; check its name.</source>
        <translation>Es gibt keine Datei {file}; prüfen Sie ihren Namen.</translation>
    </message>
    <message>
        <source>There is no model {n}; see &apos;archive-gui models&apos; for the numbers that exist.</source>
        <translation>Es gibt kein Modell {n}; welche es gibt, zeigt &apos;archive-gui models&apos;.</translation>
    </message>
    <message>
        <source>There is nothing to compare by; mark positives in at least one grouping.</source>
        <translation>Es gibt nichts, wonach zu vergleichen wäre; markieren Sie in mindestens einer Gruppierung positive Bilder.</translation>
    </message>
    <message>
        <source>There is nothing to learn from yet; mark positives in at least one grouping.</source>
        <translation>Es gibt noch nichts, woraus zu lernen wäre; markieren Sie in mindestens einer Gruppierung positive Bilder.</translation>
    </message>
    <message>
        <source>There is nothing to tell apart yet; mark negatives, or make another grouping of other images that is not related to these.</source>
        <translation>Es gibt noch nichts zu unterscheiden; markieren Sie negative Bilder, oder bilden Sie aus anderen Bildern eine weitere Gruppierung, die mit diesen nicht verbunden ist.</translation>
    </message>
    <message>
        <source>This change was not kept: the catalog {file} cannot be written ({why}); see that the disk is not full, and try again.</source>
        <translation>Diese Änderung wurde nicht gespeichert: Der Katalog {file} kann nicht geschrieben werden ({why}); prüfen Sie, ob der Datenträger voll ist, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This ended before it was done ({why}). Your marks and models are safe; try again, and if it happens again, the details are beside {file}.</source>
        <translation>Dies endete, bevor es fertig war ({why}). Ihre Markierungen und Modelle sind sicher; versuchen Sie es erneut, und wenn es wieder geschieht, stehen die Einzelheiten neben {file}.</translation>
    </message>
    <message>
        <source>This is a copy to look at, of a project that is in use or not writable; open the project itself to mark, import or train.</source>
        <translation>Dies ist eine Kopie zum Ansehen von einem Projekt, das in Gebrauch oder nicht beschreibbar ist; öffnen Sie das Projekt selbst, um zu markieren, zu importieren oder zu trainieren.</translation>
    </message>
    <message>
        <source>This step of the journal is damaged, so it cannot be undone or redone.</source>
        <translation>Dieser Schritt des Journals ist beschädigt und kann deshalb weder rückgängig gemacht noch wiederholt werden.</translation>
    </message>
    <message>
        <source>This took too long; try again.</source>
        <translation>Dies dauerte zu lange; versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>To find pictures that are alike in the archive it was trained in, for people who look at what it finds. It knows likeness as these marks show it: it can be wrong where pictures differ from all that were marked, in other archives, and for marks that contradict each other. Figures of few held-out images vary by chance. It is not made to recognise persons, and nothing should be decided by it alone.</source>
        <translation>Zum Finden ähnlicher Bilder in dem Archiv, in dem es trainiert wurde, für Menschen, die sich das Gefundene ansehen. Es kennt Ähnlichkeit so, wie diese Markierungen sie zeigen: Es kann irren, wo Bilder von allen markierten abweichen, in anderen Archiven und bei Markierungen, die sich widersprechen. Kennzahlen aus wenigen zurückgehaltenen Bildern schwanken zufällig. Es ist nicht dafür gemacht, Personen zu erkennen, und nichts sollte danach allein entschieden werden.</translation>
    </message>
    <message>
        <source>To make it again</source>
        <translation>So entsteht es noch einmal</translation>
    </message>
    <message>
        <source>Too small for a mark to be held out: {examples}. No figure speaks of these; mark so many more images that are like the anchor.</source>
        <translation>Zu klein, um eine Markierung zurückzuhalten: {examples}. Keine Kennzahl sagt etwas über diese aus; markieren Sie so viele weitere Bilder, die dem Anker ähnlich sind.</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Training the head</source>
        <translation>Der Kopf wird trainiert</translation>
    </message>
    <message>
        <source>Triplets in order</source>
        <translation>Tripel in richtiger Ordnung</translation>
    </message>
    <message>
        <source>Tuning the network</source>
        <translation>Das Netz wird angepasst</translation>
    </message>
    <message>
        <source>Turns a picture into {n:,} numbers that are near each other for pictures that an archivist would call alike. The first of them come from a network trained on everyday photographs, the others from what was taught here by marks.</source>
        <translation>Macht aus einem Bild {n:,} Zahlen, die für Bilder, die man im Archiv ähnlich nennen würde, nahe beieinander liegen. Die ersten stammen aus einem Netz, das mit alltäglichen Fotografien trainiert wurde, die übrigen aus dem, was hier durch Markierungen gelehrt wurde.</translation>
    </message>
    <message>
        <source>Unmark {n:,} image in “{name}”</source>
        <translation>Markierung von {n:,} Bild in „{name}“ entfernen</translation>
    </message>
    <message>
        <source>Unmark {n:,} images in “{name}”</source>
        <translation>Markierung von {n:,} Bildern in „{name}“ entfernen</translation>
    </message>
    <message>
        <source>Unrelate {n:,} groupings</source>
        <translation>{n:,} Gruppierungen trennen</translation>
    </message>
    <message>
        <source>Unrelate “{name}”</source>
        <translation>„{name}“ trennen</translation>
    </message>
    <message>
        <source>Unrelate “{name}” and “{other}”</source>
        <translation>„{name}“ und „{other}“ trennen</translation>
    </message>
    <message>
        <source>Untrained model</source>
        <translation>Untrainiertes Modell</translation>
    </message>
    <message>
        <source>Use without this program</source>
        <translation>Verwendung ohne dieses Programm</translation>
    </message>
    <message>
        <source>Verdict: **{verdict}**. In brackets is where a figure lies with a confidence of {level:.0%} (bootstrap over the held-out images).</source>
        <translation>Urteil: **{verdict}**. In Klammern steht, wo eine Kennzahl mit einer Sicherheit von {level:.0%} liegt (Bootstrap über die zurückgehaltenen Bilder).</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Prüfung läuft</translation>
    </message>
    <message>
        <source>Weight of what was learned</source>
        <translation>Gewicht des Gelernten</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Worse: on {images} the neighbours lost {loss} points of 100 (likely between {low} and {high}).</source>
        <translation>Schlechter: Bei {images} verloren die Nachbarn {loss} von 100 Punkten (wahrscheinlich zwischen {low} und {high}).</translation>
    </message>
    <message>
        <source>Writing sidecars</source>
        <translation>XMP-Dateien werden geschrieben</translation>
    </message>
    <message>
        <source>`archive-gui export-model` writes one file that Keras alone can load. It takes pictures as numbers from 0 to 255, red, green, blue, in an array (n, {side}, {side}, 3), any number n at once, and gives rows of length 1; the larger the product of two rows, the more alike. What the network wants done to its pixels is inside the file. The same pixels give the embeddings that the program has, to within {tolerance:g}. It takes them from thumbnails: upright, as sRGB, made to fit in {thumbnail} by {thumbnail} pixels, stored as JPEG, then squeezed to a square. The lines below do the same; for files that the program reads at reduced size, as it does large ones, or that have a colour profile, what comes out may differ by about {deviation:g}.</source>
        <translation>`archive-gui export-model` schreibt eine Datei, die Keras allein laden kann. Sie nimmt Bilder als Zahlen von 0 bis 255, rot, grün, blau, in einem Feld (n, {side}, {side}, 3), beliebig viele n auf einmal, und gibt Zeilen der Länge 1; je größer das Produkt zweier Zeilen, desto ähnlicher. Was das Netz an seinen Pixeln vorbereitet haben will, steckt in der Datei. Gleiche Pixel ergeben die Einbettungen des Programms, auf {tolerance:g} genau. Es nimmt sie aus Vorschaubildern: aufrecht, als sRGB, in {thumbnail} mal {thumbnail} Pixel eingepasst, als JPEG gespeichert, dann zu einem Quadrat gestaucht. Die Zeilen unten tun dasselbe; bei Dateien, die das Programm verkleinert liest, wie es das bei großen tut, oder die ein Farbprofil haben, kann das Ergebnis um etwa {deviation:g} abweichen.</translation>
    </message>
    <message>
        <source>anchor</source>
        <translation>Anker</translation>
    </message>
    <message>
        <source>archive-gui met an error that it did not expect ({kind}: {error}). Your marks are safe; the details are in {file}.</source>
        <translation>archive-gui ist auf einen unerwarteten Fehler gestoßen ({kind}: {error}). Ihre Markierungen sind sicher; die Einzelheiten stehen in {file}.</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>contrastive loss</source>
        <translation>kontrastiver Verlust</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>embeddings as Parquet</source>
        <translation>Einbettungen als Parquet</translation>
    </message>
    <message>
        <source>fetching was stopped</source>
        <translation>das Holen wurde angehalten</translation>
    </message>
    <message>
        <source>full: a projection and the whole network; batch normalisation as it came</source>
        <translation>ganz: eine Projektion und das ganze Netz; Batch-Normalisierung unverändert</translation>
    </message>
    <message>
        <source>growing linearly to this over the epochs</source>
        <translation>über die Epochen linear auf diesen Wert wachsend</translation>
    </message>
    <message>
        <source>growing to this over the epochs along half a cosine</source>
        <translation>über die Epochen entlang eines halben Kosinus auf diesen Wert wachsend</translation>
    </message>
    <message>
        <source>head: a projection on the features of the untouched network</source>
        <translation>Kopf: eine Projektion auf den Merkmalen des unveränderten Netzes</translation>
    </message>
    <message>
        <source>it is larger than {n:,} MB</source>
        <translation>es ist größer als {n:,} MB</translation>
    </message>
    <message>
        <source>it leads from place to place without end</source>
        <translation>es führt ohne Ende von Ort zu Ort</translation>
    </message>
    <message>
        <source>it leads to {address}, which is not safe</source>
        <translation>es führt zu {address}, was nicht sicher ist</translation>
    </message>
    <message>
        <source>it lies on {host}, which was not to be asked</source>
        <translation>es liegt auf {host}, wo nicht gefragt werden sollte</translation>
    </message>
    <message>
        <source>it names no grouping</source>
        <translation>sie nennt keine Gruppierung</translation>
    </message>
    <message>
        <source>it names the same image in two roles</source>
        <translation>sie nennt dasselbe Bild in zwei Rollen</translation>
    </message>
    <message>
        <source>it takes too long</source>
        <translation>es dauert zu lange</translation>
    </message>
    <message>
        <source>it was cut off on its way</source>
        <translation>es wurde unterwegs abgeschnitten</translation>
    </message>
    <message>
        <source>its label is empty</source>
        <translation>ihre Bezeichnung ist leer</translation>
    </message>
    <message>
        <source>its negative is the grouping&apos;s anchor already</source>
        <translation>ihr negatives Bild ist bereits der Anker der Gruppierung</translation>
    </message>
    <message>
        <source>its negative is the grouping&apos;s positive already</source>
        <translation>ihr negatives Bild ist in der Gruppierung bereits positiv</translation>
    </message>
    <message>
        <source>its positive is the grouping&apos;s anchor already</source>
        <translation>ihr positives Bild ist bereits der Anker der Gruppierung</translation>
    </message>
    <message>
        <source>its positive is the grouping&apos;s negative already</source>
        <translation>ihr positives Bild ist in der Gruppierung bereits negativ</translation>
    </message>
    <message>
        <source>its {column} is empty</source>
        <translation>ihre Spalte {column} ist leer</translation>
    </message>
    <message>
        <source>learning</source>
        <translation>das Lernen</translation>
    </message>
    <message>
        <source>looking at images</source>
        <translation>das Betrachten der Bilder</translation>
    </message>
    <message>
        <source>mAP@R</source>
        <translation>mAP@R</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>model {n}, in use then</source>
        <translation>Modell {n}, das damals in Gebrauch war</translation>
    </message>
    <message>
        <source>networks and their weights</source>
        <translation>Netze und ihre Gewichte</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no worse</source>
        <translation>nicht schlechter</translation>
    </message>
    <message>
        <source>none, by this loss</source>
        <translation>keiner, bei diesem Verlust</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht eingelesen</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>one writer at a time</source>
        <translation>nur einer schreibt zugleich</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>positiv</translation>
    </message>
    <message>
        <source>random negatives</source>
        <translation>zufällige negative Bilder</translation>
    </message>
    <message>
        <source>reading HEIC images, by libheif</source>
        <translation>das Lesen von HEIC-Bildern, mit libheif</translation>
    </message>
    <message>
        <source>reading images</source>
        <translation>das Lesen von Bildern</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>das Suchen</translation>
    </message>
    <message>
        <source>semi-hard negatives (farther than the positive, but within the margin)</source>
        <translation>halbschwere negative Bilder (ferner als das positive, aber innerhalb des Mindestabstands)</translation>
    </message>
    <message>
        <source>several images are called {file}; give its path</source>
        <translation>mehrere Bilder heißen {file}; geben Sie den Pfad an</translation>
    </message>
    <message>
        <source>squared Euclidean</source>
        <translation>quadriert euklidisch</translation>
    </message>
    <message>
        <source>the anchor of “{name}” is not in this archive</source>
        <translation>der Anker von „{name}“ ist nicht in diesem Archiv</translation>
    </message>
    <message>
        <source>the farthest positive and the nearest negative of each anchor (hard)</source>
        <translation>das fernste positive und das nächste negative Bild jedes Ankers (schwer)</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>die Datei fehlt</translation>
    </message>
    <message>
        <source>the manifest names no image of this page</source>
        <translation>das Manifest nennt kein Bild dieser Seite</translation>
    </message>
    <message>
        <source>the model in use then</source>
        <translation>das damals verwendete Modell</translation>
    </message>
    <message>
        <source>the network that comes with the program</source>
        <translation>das Netz, das mit dem Programm kommt</translation>
    </message>
    <message>
        <source>the same in all epochs</source>
        <translation>in allen Epochen gleich</translation>
    </message>
    <message>
        <source>the window</source>
        <translation>das Fenster</translation>
    </message>
    <message>
        <source>top: a projection and the last layers of the network</source>
        <translation>oben: eine Projektion und die letzten Schichten des Netzes</translation>
    </message>
    <message>
        <source>triplet loss</source>
        <translation>Tripelverlust</translation>
    </message>
    <message>
        <source>triplet loss with a soft margin</source>
        <translation>Tripelverlust mit weichem Mindestabstand</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>what came cannot be shown as an image</source>
        <translation>was kam, lässt sich nicht als Bild zeigen</translation>
    </message>
    <message>
        <source>where files are kept</source>
        <translation>wo Dateien liegen</translation>
    </message>
    <message>
        <source>which servers to trust</source>
        <translation>welchen Servern zu trauen ist</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>{address} does not begin with https:// or http://</source>
        <translation>{address} beginnt nicht mit https:// oder http://</translation>
    </message>
    <message>
        <source>{contradiction} ({copies})</source>
        <translation>{contradiction} ({copies})</translation>
    </message>
    <message>
        <source>{examples} and {n:,} more</source>
        <translation>{examples} und {n:,} weitere</translation>
    </message>
    <message>
        <source>{figure} ({low:.3f} to {high:.3f})</source>
        <translation>{figure} ({low:.3f} bis {high:.3f})</translation>
    </message>
    <message>
        <source>{file} cannot be read ({why}); check it.</source>
        <translation>{file} kann nicht gelesen werden ({why}); prüfen Sie die Datei.</translation>
    </message>
    <message>
        <source>{file} is a file; open the folder that holds the images.</source>
        <translation>{file} ist eine Datei; öffnen Sie den Ordner, in dem die Bilder liegen.</translation>
    </message>
    <message>
        <source>{file} is another file here than there</source>
        <translation>{file} ist hier eine andere Datei als dort</translation>
    </message>
    <message>
        <source>{file} is no image of the archive</source>
        <translation>{file} ist kein Bild des Archivs</translation>
    </message>
    <message>
        <source>{file} is no ordinary file but a pipe or a device; move it elsewhere.</source>
        <translation>{file} ist keine gewöhnliche Datei, sondern eine Pipe oder ein Gerät; verschieben Sie sie an einen anderen Ort.</translation>
    </message>
    <message>
        <source>{file} leads out of the archive folder</source>
        <translation>{file} führt aus dem Archivordner hinaus</translation>
    </message>
    <message>
        <source>{groupings}, which hold {triplets:,} triplets of an anchor, a positive and a negative</source>
        <translation>{groupings} mit {triplets:,} Tripeln aus Anker, positivem und negativem Bild</translation>
    </message>
    <message>
        <source>{host} answers {code} {why}</source>
        <translation>{host} antwortet {code} {why}</translation>
    </message>
    <message>
        <source>{host} cannot be reached ({why})</source>
        <translation>{host} ist nicht erreichbar ({why})</translation>
    </message>
    <message>
        <source>{host} does not answer</source>
        <translation>{host} antwortet nicht</translation>
    </message>
    <message>
        <source>{host} is no name of a computer</source>
        <translation>{host} ist kein Name eines Computers</translation>
    </message>
    <message>
        <source>{image} ({why}) in “{grouping}”</source>
        <translation>{image} ({why}) in „{grouping}“</translation>
    </message>
    <message>
        <source>{image} and {other} are alike in “{grouping}”, but not in “{another}”</source>
        <translation>{image} und {other} sind in „{grouping}“ ähnlich, aber nicht in „{another}“</translation>
    </message>
    <message>
        <source>{image} cannot be read (decoding it takes too long); open it in another program and save it again.</source>
        <translation>{image} kann nicht gelesen werden (das Dekodieren dauert zu lange); öffnen Sie das Bild in einem anderen Programm und speichern Sie es neu.</translation>
    </message>
    <message>
        <source>{image} cannot be read (no process could be started to decode it); close other programs and try again.</source>
        <translation>{image} kann nicht gelesen werden (es konnte kein Prozess gestartet werden, der die Datei dekodiert); schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>{image} cannot be read (the program that decodes it crashed); open it in another program and save it again.</source>
        <translation>{image} kann nicht gelesen werden (das Programm, das die Datei dekodiert, ist abgestürzt); öffnen Sie sie in einem anderen Programm und speichern Sie sie neu.</translation>
    </message>
    <message>
        <source>{image} cannot be read ({why}); check its permissions.</source>
        <translation>{image} kann nicht gelesen werden ({why}); prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>{image} cannot be read ({why}); check the file.</source>
        <translation>{image} kann nicht gelesen werden ({why}); prüfen Sie die Datei.</translation>
    </message>
    <message>
        <source>{image} has a label already</source>
        <translation>{image} hat bereits eine Bezeichnung</translation>
    </message>
    <message>
        <source>{image} has no page {n}; its last page is {last}.</source>
        <translation>{image} hat keine Seite {n}; die letzte ist {last}.</translation>
    </message>
    <message>
        <source>{image} has {width} x {height} pixels, more than can be shown; make a smaller copy.</source>
        <translation>{image} hat {width} x {height} Pixel, mehr als gezeigt werden können; erstellen Sie eine kleinere Kopie.</translation>
    </message>
    <message>
        <source>{image} is a copy of {original}</source>
        <translation>{image} ist eine Kopie von {original}</translation>
    </message>
    <message>
        <source>{image} is damaged or cut off ({why}); copy it again from its source.</source>
        <translation>{image} ist beschädigt oder abgeschnitten ({why}); kopieren Sie die Datei noch einmal von ihrer Quelle.</translation>
    </message>
    <message>
        <source>{image} is damaged, cut off or of a rare kind; copy it again from its source, or open it in its own program and save it as TIFF or PNG.</source>
        <translation>{image} ist beschädigt, abgeschnitten oder von seltener Art; kopieren Sie die Datei noch einmal von ihrer Quelle, oder öffnen Sie sie in ihrem eigenen Programm und speichern Sie sie als TIFF oder PNG.</translation>
    </message>
    <message>
        <source>{image} is empty; copy it again from its source.</source>
        <translation>{image} ist leer; kopieren Sie die Datei noch einmal von ihrer Quelle.</translation>
    </message>
    <message>
        <source>{image} is no image of a known format; open it in its own program and save it as TIFF or PNG.</source>
        <translation>{image} ist kein Bild in einem bekannten Format; öffnen Sie die Datei in ihrem eigenen Programm und speichern Sie sie als TIFF oder PNG.</translation>
    </message>
    <message>
        <source>{image} is no longer what was indexed, though its size and date are the same; compare it with a backup.</source>
        <translation>{image} ist nicht mehr, was eingelesen wurde, obwohl Größe und Datum gleich sind; vergleichen Sie die Datei mit einer Sicherung.</translation>
    </message>
    <message>
        <source>{image} needs more memory than is free; close other programs and try again.</source>
        <translation>{image} braucht mehr Arbeitsspeicher, als frei ist; schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>{image} was not read as an image</source>
        <translation>{image} wurde nicht als Bild eingelesen</translation>
    </message>
    <message>
        <source>{image} was not read as an image, so nothing like it can be found; scan the archive again.</source>
        <translation>{image} wurde nicht als Bild eingelesen, daher lässt sich nichts Ähnliches finden; lesen Sie das Archiv neu ein.</translation>
    </message>
    <message>
        <source>{member} ({role}) and {negative} (negative) in “{grouping}”</source>
        <translation>{member} ({role}) und {negative} (negativ) in „{grouping}“</translation>
    </message>
    <message>
        <source>{n:,.0f} s</source>
        <translation>{n:,.0f} s</translation>
    </message>
    <message>
        <source>{n:,} grouping</source>
        <translation>{n:,} Gruppierung</translation>
    </message>
    <message>
        <source>{n:,} groupings</source>
        <translation>{n:,} Gruppierungen</translation>
    </message>
    <message>
        <source>{n:,} held-out image</source>
        <translation>{n:,} zurückgehaltenen Bild</translation>
    </message>
    <message>
        <source>{n:,} held-out images</source>
        <translation>{n:,} zurückgehaltenen Bildern</translation>
    </message>
    <message>
        <source>{n:,} thumbnail is missing; scan the archive again, then train.</source>
        <translation>{n:,} Vorschaubild fehlt; lesen Sie das Archiv neu ein und trainieren Sie dann.</translation>
    </message>
    <message>
        <source>{n:,} thumbnails are missing; scan the archive again, then train.</source>
        <translation>{n:,} Vorschaubilder fehlen; lesen Sie das Archiv neu ein und trainieren Sie dann.</translation>
    </message>
    <message>
        <source>{n}, kept as after epoch {best}</source>
        <translation>{n}, behalten wie nach Epoche {best}</translation>
    </message>
    <message>
        <source>{weight}, of images like a marked grouping {near:g}</source>
        <translation>{weight}, bei Bildern wie aus einer markierten Gruppierung {near:g}</translation>
    </message>
    <message>
        <source>“{address}” is no address of a manifest; copy one from a library&apos;s page that begins with https:// or http://.</source>
        <translation>„{address}“ ist keine Adresse eines Manifests; kopieren Sie eine von der Seite einer Bibliothek, die mit https:// oder http:// beginnt.</translation>
    </message>
    <message>
        <source>“{choice}” is no cluster; say “ray:local”, or “ray:” and host and port of the head of a Ray cluster, as in ray:10.0.0.1:6379.</source>
        <translation>„{choice}“ ist kein Cluster; sagen Sie „ray:local“, oder „ray:“ und Host und Port des Kopfes eines Ray-Clusters, wie in ray:10.0.0.1:6379.</translation>
    </message>
    <message>
        <source>“{choice}” is no way to search; say “local”, or “milvus:” and the address of a Milvus server, as in milvus:http://localhost:19530.</source>
        <translation>„{choice}“ ist keine Art zu suchen; sagen Sie „local“, oder „milvus:“ und die Adresse eines Milvus-Servers, wie in milvus:http://localhost:19530.</translation>
    </message>
    <message>
        <source>“{grouping}” needs {n:,} more positive</source>
        <translation>„{grouping}“ braucht noch {n:,} positives Bild</translation>
    </message>
    <message>
        <source>“{grouping}” needs {n:,} more positives</source>
        <translation>„{grouping}“ braucht noch {n:,} positive Bilder</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Back to defaults</source>
        <translation>Zurück zu den Vorgaben</translation>
    </message>
    <message>
        <source>Back to the training  (Esc)</source>
        <translation>Zurück zum Training  (Esc)</translation>
    </message>
    <message>
        <source>By how much negatives are to lie farther away.</source>
        <translation>Um wie viel negative Bilder ferner liegen sollen.</translation>
    </message>
    <message>
        <source>Changed; the default is {usual}</source>
        <translation>Geändert; die Vorgabe ist {usual}</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Gleichbleibend</translation>
    </message>
    <message>
        <source>Contrastive</source>
        <translation>Kontrastiv</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distanz</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Euclidean</source>
        <translation>Euklidisch</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Schwer</translation>
    </message>
    <message>
        <source>How it is measured.</source>
        <translation>Wie sie gemessen wird.</translation>
    </message>
    <message>
        <source>How often all are gone through.</source>
        <translation>Wie oft alle durchgegangen werden.</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Mindestabstand</translation>
    </message>
    <message>
        <source>Margin over time</source>
        <translation>Mindestabstand im Verlauf</translation>
    </message>
    <message>
        <source>Other groupings are negatives</source>
        <translation>Andere Gruppierungen sind negativ</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Semi-hard</source>
        <translation>Halbschwer</translation>
    </message>
    <message>
        <source>Settings of the training</source>
        <translation>Einstellungen des Trainings</translation>
    </message>
    <message>
        <source>Soft margin</source>
        <translation>Weicher Mindestabstand</translation>
    </message>
    <message>
        <source>Squared</source>
        <translation>Quadriert</translation>
    </message>
    <message>
        <source>The same one gives the same model.</source>
        <translation>Derselbe ergibt dasselbe Modell.</translation>
    </message>
    <message>
        <source>Triplet</source>
        <translation>Tripel</translation>
    </message>
    <message>
        <source>Triplets</source>
        <translation>Tripel</translation>
    </message>
    <message>
        <source>What training makes small.</source>
        <translation>Was das Training verkleinert.</translation>
    </message>
    <message>
        <source>Whether it grows.</source>
        <translation>Ob er wächst.</translation>
    </message>
    <message>
        <source>Which a step learns from: any, those not yet well apart, or the worst.</source>
        <translation>Aus welchen ein Schritt lernt: beliebigen, noch nicht gut getrennten oder den schlechtesten.</translation>
    </message>
    <message>
        <source>Without being marked as such.</source>
        <translation>Ohne als solche markiert zu sein.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>{meaning} Default: {usual}.</source>
        <translation>{meaning} Vorgabe: {usual}.</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source> images</source>
        <translation> Bilder</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>A query &amp;shows</source>
        <translation>Eine Abfrage &amp;zeigt</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Ask before closing stops a training</source>
        <translation>Fragen, bevor das Schließen ein Training anhält</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Closes the program and opens it again with the same archive</source>
        <translation>Schließt das Programm und öffnet es wieder mit demselben Archiv</translation>
    </message>
    <message>
        <source>How many images a query shows</source>
        <translation>Wie viele Bilder eine Abfrage zeigt</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Marks, models and thumbnails of all archives lie there</source>
        <translation>Dort liegen Markierungen, Modelle und Vorschaubilder aller Archive</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Projects lie in</source>
        <translation>Projekte liegen in</translation>
    </message>
    <message>
        <source>Reduce motion, also where the system does not</source>
        <translation>Weniger Bewegung, als das System vorgibt</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Settings of archive-gui</source>
        <translation>Einstellungen von archive-gui</translation>
    </message>
    <message>
        <source>Taken up at the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>SheetController</name>
    <message>
        <source>Less like this</source>
        <translation>Weniger wie dieses</translation>
    </message>
    <message>
        <source>Making the contact sheet</source>
        <translation>Der Kontaktbogen wird erstellt</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Mehr wie dieses</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Similar to {name}</source>
        <translation>Ähnlich wie {name}</translation>
    </message>
    <message>
        <source>The contact sheet of {pictures} on {pages} is written to {file}.</source>
        <translation>Der Kontaktbogen ({pictures}, {pages}) ist nach {file} geschrieben.</translation>
    </message>
    <message>
        <source>The grid shows no images to put on a contact sheet.</source>
        <translation>Das Raster zeigt keine Bilder für einen Kontaktbogen.</translation>
    </message>
    <message>
        <source>model {n}</source>
        <translation>Modell {n}</translation>
    </message>
    <message>
        <source>the untrained model</source>
        <translation>untrainiertes Modell</translation>
    </message>
    <message>
        <source>{n:,} chosen image</source>
        <translation>{n:,} gewähltes Bild</translation>
    </message>
    <message>
        <source>{n:,} chosen images</source>
        <translation>{n:,} gewählte Bilder</translation>
    </message>
    <message>
        <source>{n:,} image</source>
        <translation>{n:,} Bild</translation>
    </message>
    <message>
        <source>{n:,} images</source>
        <translation>{n:,} Bilder</translation>
    </message>
    <message>
        <source>{n:,} page</source>
        <translation>{n:,} Seite</translation>
    </message>
    <message>
        <source>{n:,} pages</source>
        <translation>{n:,} Seiten</translation>
    </message>
    <message>
        <source>{n:,} picture</source>
        <translation>{n:,} Bild</translation>
    </message>
    <message>
        <source>{n:,} picture could not be read; its place says why.</source>
        <translation>{n:,} Bild konnte nicht gelesen werden; sein Platz sagt, warum.</translation>
    </message>
    <message>
        <source>{n:,} pictures</source>
        <translation>{n:,} Bilder</translation>
    </message>
    <message>
        <source>{n:,} pictures could not be read; their places say why.</source>
        <translation>{n:,} Bilder konnten nicht gelesen werden; ihre Plätze sagen, warum.</translation>
    </message>
</context>
<context>
    <name>SheetPrinter</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Seite {page} von {pages}</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Filter the keys</source>
        <translation>Die Tasten filtern</translation>
    </message>
    <message>
        <source>Filter, such as “zoom”</source>
        <translation>Filtern, etwa „Zoom“</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys of archive-gui</source>
        <translation>Tasten von archive-gui</translation>
    </message>
    <message>
        <source>Print the sheet in two columns</source>
        <translation>Das Blatt zweispaltig drucken</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Show only keys with these words</source>
        <translation>Nur Tasten mit diesen Wörtern zeigen</translation>
    </message>
</context>
<context>
    <name>SortButton</name>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Order: {name}, {direction}</source>
        <translation>Reihenfolge: {name}, {direction}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Show all that is going on  (Ctrl+J)</source>
        <translation>Alles zeigen, was gerade läuft  (Strg+J)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop what is going on</source>
        <translation>Laufendes anhalten</translation>
    </message>
    <message>
        <source>{n:,} job</source>
        <translation>{n:,} Aufgabe</translation>
    </message>
    <message>
        <source>{n:,} jobs</source>
        <translation>{n:,} Aufgaben</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>End now and keep the best so far</source>
        <translation>Jetzt beenden und das bisher Beste behalten</translation>
    </message>
    <message>
        <source>Epochs, margin, loss and more; the defaults are good for most archives</source>
        <translation>Epochen, Mindestabstand, Verlust und mehr; die Vorgaben sind für die meisten Archive gut</translation>
    </message>
    <message>
        <source>Mark a few groupings, each with some positives and negatives, then press Train. The curves appear here while the model learns.</source>
        <translation>Markieren Sie einige Gruppierungen mit je ein paar positiven und negativen Bildern und drücken Sie dann „Trainieren“. Die Kurven erscheinen hier, während das Modell lernt.</translation>
    </message>
    <message>
        <source>No training is running</source>
        <translation>Es läuft kein Training</translation>
    </message>
    <message>
        <source>Press Train; the curves appear here while the model learns.</source>
        <translation>Drücken Sie Trainieren; die Kurven erscheinen hier, während das Modell lernt.</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Teach the model with the groupings  (Ctrl+T)</source>
        <translation>Das Modell mit den Gruppierungen trainieren  (Strg+T)</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
</context>
<context>
    <name>TrainingController</name>
    <message>
        <source>A model is being trained. Stop it? The best so far is kept.</source>
        <translation>Ein Modell wird gerade trainiert. Anhalten? Das bisher Beste bleibt erhalten.</translation>
    </message>
    <message>
        <source>Model {n} is in use, and answers as soon as the archive is prepared for it.</source>
        <translation>Modell {n} ist in Gebrauch und antwortet, sobald das Archiv dafür vorbereitet ist.</translation>
    </message>
    <message>
        <source>More marks, above all negatives that look alike, help most.</source>
        <translation>Mehr Markierungen, vor allem negative Bilder, die ähnlich aussehen, helfen am meisten.</translation>
    </message>
    <message>
        <source>More to look at is under “Result”.</source>
        <translation>Weiteres steht unter „Ergebnis“.</translation>
    </message>
    <message>
        <source>The thorough model, model {last}, collapsed: it sees almost all images as the same. The quick one, model {n}, stays in use.</source>
        <translation>Das gründliche Modell, Modell {last}, ist zusammengefallen: Es sieht fast alle Bilder als gleich an. Das schnelle, Modell {n}, bleibt in Gebrauch.</translation>
    </message>
    <message>
        <source>The thorough model, model {last}, is no better than the quick one, model {n}, which stays in use.</source>
        <translation>Das gründliche Modell, Modell {last}, ist nicht besser als das schnelle, Modell {n}, das in Gebrauch bleibt.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Training was stopped before anything was learned.</source>
        <translation>Das Training wurde angehalten, bevor etwas gelernt war.</translation>
    </message>
    <message>
        <source>Training was stopped before the thorough model had learned anything; the quick one, model {n}, stays in use.</source>
        <translation>Das Training wurde angehalten, bevor das gründliche Modell etwas gelernt hatte; das schnelle, Modell {n}, bleibt in Gebrauch.</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>: {done:,} of {all:,}</source>
        <translation>: {done:,} von {all:,}</translation>
    </message>
    <message>
        <source>Changed: {list}</source>
        <translation>Geändert: {list}</translation>
    </message>
    <message>
        <source>First mark an image with A, and some that are like it with P.</source>
        <translation>Zuerst ein Bild mit A markieren und einige, die ihm gleichen, mit P.</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>Places of the training</source>
        <translation>Bereiche des Trainings</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>{stage} (step {n} of 2)</source>
        <translation>{stage} (Schritt {n} von 2)</translation>
    </message>
    <message>
        <source>{who}. “Use this version” in its row goes on with it.</source>
        <translation>{who}. „Diese Version benutzen“ in ihrer Zeile macht damit weiter.</translation>
    </message>
</context>
<context>
    <name>TypeAhead</name>
    <message>
        <source>Go to: {text}</source>
        <translation>Gehe zu: {text}</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Bring back the deleted version</source>
        <translation>Gelöschte Version zurückholen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>First right</source>
        <translation>Erster richtig</translation>
    </message>
    <message>
        <source>Give this version a name</source>
        <translation>Dieser Version einen Namen geben</translation>
    </message>
    <message>
        <source>How far the neighbours are in the right order (mAP@R)</source>
        <translation>Wie weit die Nachbarn in richtiger Ordnung stehen (mAP@R)</translation>
    </message>
    <message>
        <source>How many images were marked then</source>
        <translation>Wie viele Bilder damals markiert waren</translation>
    </message>
    <message>
        <source>In use; answers as soon as the archive is prepared for it</source>
        <translation>In Gebrauch; antwortet, sobald das Archiv dafür vorbereitet ist</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Gelernt aus</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More to do with this version</source>
        <translation>Mehr mit dieser Version tun</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordnung</translation>
    </message>
    <message>
        <source>Put this version in the trash</source>
        <translation>Diese Version in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Search with this version</source>
        <translation>Mit dieser Version suchen</translation>
    </message>
    <message>
        <source>Share of held-out images whose first neighbour is right (recall@1)</source>
        <translation>Anteil zurückgehaltener Bilder, deren erster Nachbar richtig ist (recall@1)</translation>
    </message>
    <message>
        <source>Take the version out of the trash that was deleted last</source>
        <translation>Die zuletzt gelöschte Version aus dem Papierkorb holen</translation>
    </message>
    <message>
        <source>The quick model of the training that made model {n}</source>
        <translation>Das schnelle Modell des Trainings, aus dem Modell {n} hervorging</translation>
    </message>
    <message>
        <source>Two selected versions beside each other, or one beside the one in use, on the held-out marks as they are now</source>
        <translation>Zwei ausgewählte Versionen nebeneinander, oder eine neben der in Gebrauch, an den zurückgehaltenen Markierungen, wie sie jetzt sind</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Gebrauch</translation>
    </message>
    <message>
        <source>Use this version</source>
        <translation>Diese Version benutzen</translation>
    </message>
    <message>
        <source>Versions of the model</source>
        <translation>Versionen des Modells</translation>
    </message>
    <message>
        <source>What the version learned from, how good it is, and how to use it elsewhere</source>
        <translation>Woraus die Version gelernt hat, wie gut sie ist und wie man sie anderswo benutzt</translation>
    </message>
    <message>
        <source>Write this version as a Keras file for other programs</source>
        <translation>Diese Version als Keras-Datei für andere Programme schreiben</translation>
    </message>
    <message>
        <source>chosen, not ready yet</source>
        <translation>gewählt, noch nicht bereit</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>kein Name</translation>
    </message>
    <message>
        <source>not in use</source>
        <translation>nicht in Gebrauch</translation>
    </message>
    <message>
        <source>{head}: {text}</source>
        <translation>{head}: {text}</translation>
    </message>
    <message>
        <source>{n:,} image</source>
        <translation>{n:,} Bild</translation>
    </message>
    <message>
        <source>{n:,} images</source>
        <translation>{n:,} Bilder</translation>
    </message>
    <message>
        <source>{name} → {n}</source>
        <translation>{name} → {n}</translation>
    </message>
    <message>
        <source>✓ answers</source>
        <translation>✓ antwortet</translation>
    </message>
</context>
<context>
    <name>VersionsController</name>
    <message>
        <source>Comparing versions</source>
        <translation>Versionen werden verglichen</translation>
    </message>
    <message>
        <source>Model {n} is in the trash, until this archive is opened the next time.</source>
        <translation>Modell {n} liegt im Papierkorb, bis dieses Archiv das nächste Mal geöffnet wird.</translation>
    </message>
    <message>
        <source>The comparison was stopped.</source>
        <translation>Der Vergleich wurde angehalten.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare two images</source>
        <translation>Zwei Bilder vergleichen</translation>
    </message>
    <message>
        <source>Find images like a part of this one: draw a rectangle</source>
        <translation>Bilder wie einen Ausschnitt von diesem finden: ein Rechteck ziehen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Keep the zoom</source>
        <translation>Zoom behalten</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Looking closely at {name}</source>
        <translation>{name} genau betrachtet</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Eins zu eins</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation>Seiten tauschen</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>What is known of the image</source>
        <translation>Was über das Bild bekannt ist</translation>
    </message>
    <message>
        <source>Whole image</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Zoom and move both</source>
        <translation>Beide zoomen und verschieben</translation>
    </message>
    <message>
        <source>distance {distance:.3f}</source>
        <translation>Distanz {distance:.3f}</translation>
    </message>
    <message>
        <source>{name} is no longer where it was; put it back, then press R.</source>
        <translation>{name} ist nicht mehr, wo es war; legen Sie die Datei zurück und drücken Sie dann R.</translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>Go to a page  (G; Page Up and Page Down turn)</source>
        <translation>Zu einer Seite gehen  (G; Bild auf und Bild ab blättern)</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>of {pages:,}</source>
        <translation>von {pages:,}</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Ask with any image; the most similar ones come first.</source>
        <translation>Fragen Sie mit einem beliebigen Bild; die ähnlichsten kommen zuerst.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>Let go to open it.</source>
        <translation>Loslassen, um ihn zu öffnen.</translation>
    </message>
    <message>
        <source>Open a folder of images…</source>
        <translation>Einen Bilderordner öffnen…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Open the sample archive</source>
        <translation>Beispielarchiv öffnen</translation>
    </message>
    <message>
        <source>Or drop a folder here. Your files are only read, never changed.</source>
        <translation>Oder ziehen Sie einen Ordner hierher. Ihre Dateien werden nur gelesen, nie geändert.</translation>
    </message>
    <message>
        <source>Pick an image and mark a few that are like it, and a few that are not.</source>
        <translation>Nehmen Sie ein Bild und markieren Sie ein paar, die ihm ähnlich sind, und ein paar, die es nicht sind.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the program a few images that belong together. It learns what you mean and finds the rest.</source>
        <translation>Zeigen Sie dem Programm ein paar Bilder, die zusammengehören. Es lernt, was Sie meinen, und findet die übrigen.</translation>
    </message>
    <message>
        <source>The program learns from your marks while you go on working.</source>
        <translation>Das Programm lernt aus Ihren Markierungen, während Sie weiterarbeiten.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>What does “similar” mean in your archive?</source>
        <translation>Was heißt „ähnlich“ in Ihrem Archiv?</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>No archive is open; open a folder of images first.</source>
        <translation>Es ist kein Archiv geöffnet; öffnen Sie zuerst einen Bilderordner.</translation>
    </message>
</context>
<context>
    <name>queries</name>
    <message>
        <source>Asked with</source>
        <translation>Gefragt mit</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>Weniger wie dieses</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Mehr wie dieses</translation>
    </message>
    <message>
        <source>{name} and {n} more</source>
        <translation>{name} und {n} weitere</translation>
    </message>
    <message>
        <source>{n} less like it</source>
        <translation>{n} weniger wie dieses</translation>
    </message>
    <message>
        <source>{n} more like it</source>
        <translation>{n} mehr wie dieses</translation>
    </message>
</context>
</TS>
