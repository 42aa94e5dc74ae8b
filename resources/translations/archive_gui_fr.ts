<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>AboutWindow</name>
    <message>
        <source>About archive-gui</source>
        <translation>À propos d’archive-gui</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copier le diagnostic</translation>
    </message>
    <message>
        <source>It is built on</source>
        <translation>Il s’appuie sur</translation>
    </message>
    <message>
        <source>Log: {folder}</source>
        <translation>Journal&#xa0;: {folder}</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Ouvrir le dossier du journal</translation>
    </message>
    <message>
        <source>Teach a computer what “similar” means in your picture archive. Free software under the Apache License 2.0.</source>
        <translation>Apprenez à un ordinateur ce que «&#xa0;semblable&#xa0;» veut dire dans vos archives d’images. Logiciel libre sous licence Apache 2.0.</translation>
    </message>
    <message>
        <source>The weights of the other networks are downloaded by Keras when they are chosen; they were trained on ImageNet.</source>
        <translation>Les poids des autres réseaux sont téléchargés par Keras quand on les choisit&#x202f;; ils ont été entraînés sur ImageNet.</translation>
    </message>
    <message>
        <source>What the program is built on</source>
        <translation>Ce sur quoi le programme s’appuie</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About archive-gui</source>
        <translation>À &amp;propos d’archive-gui</translation>
    </message>
    <message>
        <source>&amp;Back to the archive</source>
        <translation>&amp;Retour aux archives</translation>
    </message>
    <message>
        <source>&amp;Close archive</source>
        <translation>&amp;Fermer les archives</translation>
    </message>
    <message>
        <source>&amp;Compare versions</source>
        <translation>Co&amp;mparer les versions</translation>
    </message>
    <message>
        <source>&amp;Copy diagnostics</source>
        <translation>&amp;Copier le diagnostic</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtrer</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>&amp;Groupings of another curator…</source>
        <translation>&amp;Regroupements d’un autre archiviste…</translation>
    </message>
    <message>
        <source>&amp;IIIF manifest…</source>
        <translation>Manifeste &amp;IIIF…</translation>
    </message>
    <message>
        <source>&amp;Invert selection</source>
        <translation>&amp;Inverser la sélection</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Touches</translation>
    </message>
    <message>
        <source>&amp;Larger images</source>
        <translation>Images plus &amp;grandes</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Manuel</translation>
    </message>
    <message>
        <source>&amp;Metadata…</source>
        <translation>&amp;Métadonnées…</translation>
    </message>
    <message>
        <source>&amp;Next place</source>
        <translation>Zone &amp;suivante</translation>
    </message>
    <message>
        <source>&amp;Open folder…</source>
        <translation>&amp;Ouvrir un dossier…</translation>
    </message>
    <message>
        <source>&amp;Paste as query</source>
        <translation>&amp;Coller comme requête</translation>
    </message>
    <message>
        <source>&amp;Previous place</source>
        <translation>Zone &amp;précédente</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Scan again</source>
        <translation>&amp;Analyser de nouveau</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Ré&amp;glages…</translation>
    </message>
    <message>
        <source>&amp;Stop training</source>
        <translation>&amp;Arrêter l’apprentissage</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Entraîner</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>À propos de ce programme</translation>
    </message>
    <message>
        <source>All keys on one sheet</source>
        <translation>Toutes les touches sur une feuille</translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation>Ancre</translation>
    </message>
    <message>
        <source>Appearance, language and more</source>
        <translation>Apparence, langue et plus</translation>
    </message>
    <message>
        <source>Ask a library&apos;s server for the images of a manifest, for an archive of them</source>
        <translation>Demander au serveur d’une bibliothèque les images d’un manifeste, pour en faire des archives</translation>
    </message>
    <message>
        <source>Choose an image file and find what is like it</source>
        <translation>Choisir un fichier d’image et trouver ce qui lui ressemble</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Fermer le programme</translation>
    </message>
    <message>
        <source>Close this archive</source>
        <translation>Fermer ces archives</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Contact s&amp;heet…</source>
        <translation>Planche-&amp;contact…</translation>
    </message>
    <message>
        <source>Contact sheet of these…</source>
        <translation>Planche-contact de celles-ci…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copier le chemin</translation>
    </message>
    <message>
        <source>Copy the files, and a single image also as a picture</source>
        <translation>Copier les fichiers, et une image seule aussi comme image</translation>
    </message>
    <message>
        <source>Copy what the program runs on, to paste into a question or a bug report</source>
        <translation>Copier ce sur quoi le programme tourne, à coller dans une question ou un rapport d’erreur</translation>
    </message>
    <message>
        <source>Copy where the files lie, one on a line</source>
        <translation>Copier l’emplacement des fichiers, un par ligne</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete the selected groupings; the images stay</source>
        <translation>Supprimer les regroupements sélectionnés&#x202f;; les images restent</translation>
    </message>
    <message>
        <source>End now and keep the best so far</source>
        <translation>Terminer maintenant et garder le meilleur jusqu’ici</translation>
    </message>
    <message>
        <source>Export &amp;groupings…</source>
        <translation>Exporter les &amp;regroupements…</translation>
    </message>
    <message>
        <source>Export &amp;triplets…</source>
        <translation>Exporter les &amp;triplets…</translation>
    </message>
    <message>
        <source>Export XMP si&amp;decars…</source>
        <translation>Exporter des fichiers XM&amp;P…</translation>
    </message>
    <message>
        <source>Export em&amp;beddings…</source>
        <translation>Exporter les plon&amp;gements…</translation>
    </message>
    <message>
        <source>Export r&amp;esults…</source>
        <translation>Exporter les résu&amp;ltats…</translation>
    </message>
    <message>
        <source>Fi&amp;nd a grouping</source>
        <translation>&amp;Trouver un regroupement</translation>
    </message>
    <message>
        <source>Fill the whole screen</source>
        <translation>Remplir tout l’écran</translation>
    </message>
    <message>
        <source>Find images like a &amp;file…</source>
        <translation>Trouver des images comme un f&amp;ichier…</translation>
    </message>
    <message>
        <source>Find images like the copied picture</source>
        <translation>Trouver des images semblables à celle qui est copiée</translation>
    </message>
    <message>
        <source>Find images like this one</source>
        <translation>Trouver des images semblables à celle-ci</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>Trouver les semblables</translation>
    </message>
    <message>
        <source>Give the grouping another name</source>
        <translation>Donner un autre nom au regroupement</translation>
    </message>
    <message>
        <source>Go back to the marks of an earlier day; the present ones are kept as well</source>
        <translation>Revenir aux marques d’un jour précédent&#x202f;; celles d’aujourd’hui sont gardées aussi</translation>
    </message>
    <message>
        <source>How to use the program</source>
        <translation>Comment se servir du programme</translation>
    </message>
    <message>
        <source>IIIF manifest from an &amp;address…</source>
        <translation>Manifeste IIIF d’une &amp;adresse…</translation>
    </message>
    <message>
        <source>Keep what Tropy, Omeka, ArchivesSpace or a spreadsheet knows of the images</source>
        <translation>Garder ce que Tropy, Omeka, ArchivesSpace ou un tableur sait des images</translation>
    </message>
    <message>
        <source>Keep what a IIIF manifest, saved as a file, tells of the images</source>
        <translation>Garder ce qu’un manifeste IIIF, enregistré dans un fichier, dit des images</translation>
    </message>
    <message>
        <source>Larger images</source>
        <translation>Images plus grandes</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>Moins comme celle-ci</translation>
    </message>
    <message>
        <source>Look closely</source>
        <translation>Regarder de près</translation>
    </message>
    <message>
        <source>Look for new, changed and missing files</source>
        <translation>Chercher les fichiers nouveaux, modifiés ou manquants</translation>
    </message>
    <message>
        <source>Make it the anchor</source>
        <translation>En faire l’ancre</translation>
    </message>
    <message>
        <source>Make one grouping of the selected ones</source>
        <translation>Réunir les regroupements sélectionnés en un seul</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>Refaire la modification qui a été annulée</translation>
    </message>
    <message>
        <source>Make this image the anchor of the grouping in hand</source>
        <translation>Faire de cette image l’ancre du regroupement en cours</translation>
    </message>
    <message>
        <source>Mark as negative</source>
        <translation>Marquer comme négative</translation>
    </message>
    <message>
        <source>Mark as positive</source>
        <translation>Marquer comme positive</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>Merge the groupings that another copy of this program has exported</source>
        <translation>Fusionner les regroupements qu’une autre copie de ce programme a exportés</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Plus comme celle-ci</translation>
    </message>
    <message>
        <source>Move to a new grouping</source>
        <translation>Déplacer dans un nouveau regroupement</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Négative</translation>
    </message>
    <message>
        <source>New grouping</source>
        <translation>Nouveau regroupement</translation>
    </message>
    <message>
        <source>Open a folder of images; nothing in it is ever changed</source>
        <translation>Ouvrir un dossier d’images&#x202f;; rien n’y est jamais modifié</translation>
    </message>
    <message>
        <source>Open the file with the program that this computer has for it</source>
        <translation>Ouvrir le fichier avec le programme que cet ordinateur a pour lui</translation>
    </message>
    <message>
        <source>Open the sa&amp;mple archive</source>
        <translation>Ouvrir les archives d’exe&amp;mple</translation>
    </message>
    <message>
        <source>Open with its own program</source>
        <translation>Ouvrir avec son propre programme</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>Positive</translation>
    </message>
    <message>
        <source>Query &amp;after</source>
        <translation>Requête &amp;suivante</translation>
    </message>
    <message>
        <source>Query b&amp;efore</source>
        <translation>Requête &amp;précédente</translation>
    </message>
    <message>
        <source>Relate</source>
        <translation>Relier</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Restore bac&amp;kup…</source>
        <translation>Rétablir une &amp;sauvegarde…</translation>
    </message>
    <message>
        <source>S&amp;maller images</source>
        <translation>Images plus pe&amp;tites</translation>
    </message>
    <message>
        <source>Search on for less like this: an example of what is wrong</source>
        <translation>Chercher moins comme celle-ci&#xa0;: un exemple de ce qui est faux</translation>
    </message>
    <message>
        <source>Search on for more like this: an example of what is right</source>
        <translation>Chercher plus comme celle-ci&#xa0;: un exemple de ce qui est juste</translation>
    </message>
    <message>
        <source>See the whole image, zoom and pan</source>
        <translation>Voir l’image entière, zoomer et la déplacer</translation>
    </message>
    <message>
        <source>See two images side by side: the two selected, or one and what it is like</source>
        <translation>Voir deux images côte à côte&#xa0;: les deux sélectionnées, ou une et ce qui lui ressemble</translation>
    </message>
    <message>
        <source>See what two versions of the model find for this query, side by side</source>
        <translation>Voir ce que deux versions du modèle trouvent pour cette requête, côte à côte</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
    <message>
        <source>Select all images that are shown</source>
        <translation>Sélectionner toutes les images affichées</translation>
    </message>
    <message>
        <source>Select what is not selected, and only that</source>
        <translation>Sélectionner ce qui ne l’est pas, et seulement cela</translation>
    </message>
    <message>
        <source>Show all images of the archive</source>
        <translation>Afficher toutes les images des archives</translation>
    </message>
    <message>
        <source>Show all that is going on</source>
        <translation>Montrer tout ce qui est en cours</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
    <message>
        <source>Show only groupings by name or note</source>
        <translation>N’afficher que des regroupements d’après leur nom ou leur note</translation>
    </message>
    <message>
        <source>Show only images by name</source>
        <translation>N’afficher que des images d’après leur nom</translation>
    </message>
    <message>
        <source>Show the files in the file manager</source>
        <translation>Montrer les fichiers dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>Show the query after this one as you left it</source>
        <translation>Afficher la requête suivante telle que vous l’avez laissée</translation>
    </message>
    <message>
        <source>Show the query before this one as you left it</source>
        <translation>Afficher la requête précédente telle que vous l’avez laissée</translation>
    </message>
    <message>
        <source>Smaller images</source>
        <translation>Images plus petites</translation>
    </message>
    <message>
        <source>Split: take the selected members out of the grouping in hand, into a new one</source>
        <translation>Scinder&#xa0;: sortir les membres sélectionnés du regroupement en cours pour en faire un nouveau</translation>
    </message>
    <message>
        <source>Start a grouping</source>
        <translation>Commencer un regroupement</translation>
    </message>
    <message>
        <source>Start a grouping with this image</source>
        <translation>Commencer un regroupement avec cette image</translation>
    </message>
    <message>
        <source>Start a grouping: the first selected image is the anchor, the others are alike</source>
        <translation>Commencer un regroupement&#xa0;: la première image sélectionnée est l’ancre, les autres se ressemblent</translation>
    </message>
    <message>
        <source>Take out of the grouping in hand</source>
        <translation>Retirer du regroupement en cours</translation>
    </message>
    <message>
        <source>Take the keyboard one place back</source>
        <translation>Ramener le clavier d’une zone en arrière</translation>
    </message>
    <message>
        <source>Take the keyboard to the next place of the window</source>
        <translation>Porter le clavier à la zone suivante de la fenêtre</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Annuler la dernière modification</translation>
    </message>
    <message>
        <source>Teach the model with the groupings</source>
        <translation>Entraîner le modèle avec les regroupements</translation>
    </message>
    <message>
        <source>The selected groupings do not overlap after all</source>
        <translation>Finalement, les regroupements sélectionnés ne se recouvrent pas</translation>
    </message>
    <message>
        <source>The selected groupings overlap: training does not take their members for unlike</source>
        <translation>Les regroupements sélectionnés se recouvrent&#xa0;: l’apprentissage ne tient pas leurs membres pour différents</translation>
    </message>
    <message>
        <source>These are alike: mark as positive in the grouping in hand</source>
        <translation>Elles se ressemblent&#xa0;: marquer comme positives dans le regroupement en cours</translation>
    </message>
    <message>
        <source>These only look alike: mark as negative in the grouping in hand</source>
        <translation>Elles n’ont qu’une apparence semblable&#xa0;: marquer comme négatives dans le regroupement en cours</translation>
    </message>
    <message>
        <source>Try the program on 240 generated images</source>
        <translation>Essayer le programme sur 240 images générées</translation>
    </message>
    <message>
        <source>Unmark</source>
        <translation>Retirer la marque</translation>
    </message>
    <message>
        <source>Unrelate</source>
        <translation>Délier</translation>
    </message>
    <message>
        <source>What is &amp;going on</source>
        <translation>Ce qui est en &amp;cours</translation>
    </message>
    <message>
        <source>Write all images that the grid shows as a PDF to print</source>
        <translation>Écrire toutes les images de la grille dans un PDF à imprimer</translation>
    </message>
    <message>
        <source>Write all marks as a table, as Web Annotations, or for another curator</source>
        <translation>Écrire toutes les marques en tableau, en Web Annotations ou pour un autre archiviste</translation>
    </message>
    <message>
        <source>Write an XMP file for every image with marks or metadata, into another folder</source>
        <translation>Écrire un fichier XMP pour chaque image qui a des marques ou des métadonnées, dans un autre dossier</translation>
    </message>
    <message>
        <source>Write rank, path, distance and mark of every result as a CSV file</source>
        <translation>Écrire rang, chemin, distance et marque de chaque résultat dans un fichier CSV</translation>
    </message>
    <message>
        <source>Write the anchor, positive and negative of every triplet as a CSV file</source>
        <translation>Écrire l’ancre, la positive et la négative de chaque triplet dans un fichier CSV</translation>
    </message>
    <message>
        <source>Write the embedding of every image as a NumPy or Parquet file</source>
        <translation>Écrire le plongement de chaque image dans un fichier NumPy ou Parquet</translation>
    </message>
    <message>
        <source>Write the selected images as a PDF to print</source>
        <translation>Écrire les images sélectionnées dans un PDF à imprimer</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>{title}: begun</source>
        <translation>{title}&#xa0;: commencé</translation>
    </message>
    <message>
        <source>{title}: done</source>
        <translation>{title}&#xa0;: terminé</translation>
    </message>
    <message>
        <source>{title}: stopped</source>
        <translation>{title}&#xa0;: arrêté</translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
</context>
<context>
    <name>Assistance</name>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copier le diagnostic</translation>
    </message>
    <message>
        <source>archive-gui ended unexpectedly the last time. Your marks and models are safe. What it left for whoever helps is part of the diagnostics.</source>
        <translation>archive-gui s’est arrêté de façon inattendue la dernière fois. Vos marques et vos modèles sont en sécurité. Ce qu’il a laissé pour qui vous aide fait partie du diagnostic.</translation>
    </message>
</context>
<context>
    <name>BackupsController</name>
    <message>
        <source>Restore a backup…</source>
        <translation>Rétablir une sauvegarde…</translation>
    </message>
    <message>
        <source>The marks are those of {when} again. What was there until now is among the backups.</source>
        <translation>Les marques sont de nouveau celles du {when}. Ce qui était là jusqu’ici se trouve parmi les sauvegardes.</translation>
    </message>
</context>
<context>
    <name>BackupsWindow</name>
    <message>
        <source>All groupings and marks become what they were at the moment that you choose. What they are now is kept here too, so you can come back. Images and models stay as they are.</source>
        <translation>Tous les regroupements et toutes les marques redeviennent ce qu’ils étaient au moment que vous choisissez. Leur état actuel est gardé ici aussi, pour pouvoir y revenir. Les images et les modèles restent tels quels.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Occasion</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Groupings</source>
        <translation>Regroupements</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Faite le</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marques</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Rétablir une sauvegarde</translation>
    </message>
    <message>
        <source>There is no backup of this archive yet; the first is made when it is opened the next time.</source>
        <translation>Il n’y a pas encore de sauvegarde de ces archives&#x202f;; la première sera faite à la prochaine ouverture.</translation>
    </message>
    <message>
        <source>a backup took its place</source>
        <translation>une sauvegarde a pris sa place</translation>
    </message>
    <message>
        <source>before an update of the program</source>
        <translation>avant une mise à jour du programme</translation>
    </message>
    <message>
        <source>first opening of the day</source>
        <translation>première ouverture du jour</translation>
    </message>
</context>
<context>
    <name>Browser</name>
    <message>
        <source>  ·  marking “{name}”</source>
        <translation>  ·  marques pour «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>All of it must be true of an image; take a part of it away.</source>
        <translation>Tout doit être vrai d’une image&#x202f;; retirez-en une partie.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Recherche d’images…</translation>
    </message>
    <message>
        <source>Move “No farther than” to the right to see those that are farther away.</source>
        <translation>Déplacez «&#xa0;Pas plus loin que&#xa0;» vers la droite pour voir ceux qui sont plus éloignés.</translation>
    </message>
    <message>
        <source>No image passes the filter</source>
        <translation>Aucune image ne passe le filtre</translation>
    </message>
    <message>
        <source>No images here</source>
        <translation>Pas d’images ici</translation>
    </message>
    <message>
        <source>No neighbour is so near</source>
        <translation>Aucun voisin n’est si proche</translation>
    </message>
    <message>
        <source>Put images into the folder and press F5, or open another folder.</source>
        <translation>Mettez des images dans le dossier et appuyez sur F5, ou ouvrez un autre dossier.</translation>
    </message>
    <message>
        <source>Similar to {name}</source>
        <translation>Semblables à {name}</translation>
    </message>
    <message>
        <source>They appear here as they are found.</source>
        <translation>Elles apparaissent ici à mesure qu’elles sont trouvées.</translation>
    </message>
    <message>
        <source>{n:,} image</source>
        <translation>{n:,} image</translation>
    </message>
    <message>
        <source>{n:,} images</source>
        <translation>{n:,} images</translation>
    </message>
    <message>
        <source>{n:,} of {all}</source>
        <translation>{n:,} sur {all}</translation>
    </message>
</context>
<context>
    <name>ByMetadata</name>
    <message>
        <source>From meta&amp;data</source>
        <translation>D’après les méta&amp;données</translation>
    </message>
    <message>
        <source>Import metadata first</source>
        <translation>Importez d’abord des métadonnées</translation>
    </message>
    <message>
        <source>{name}  ({n:,} grouping)</source>
        <translation>{name}  ({n:,} regroupement)</translation>
    </message>
    <message>
        <source>{name}  ({n:,} groupings)</source>
        <translation>{name}  ({n:,} regroupements)</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Filter {text}: click to take it away</source>
        <translation>Filtre {text}&#xa0;: cliquez pour le retirer</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Illisibles</translation>
    </message>
    <message>
        <source>Show all images again</source>
        <translation>Afficher de nouveau toutes les images</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«&#xa0;{words}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Redo: {what}</source>
        <translation>&amp;Rétablir&#xa0;: {what}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation>&amp;Annuler&#xa0;: {what}</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Find images like a file, or several</source>
        <translation>Trouver des images comme un fichier, ou plusieurs</translation>
    </message>
    <message>
        <source>Folder for the XMP files</source>
        <translation>Dossier pour les fichiers XMP</translation>
    </message>
    <message>
        <source>For another curator (*.json)</source>
        <translation>Pour un autre archiviste (*.json)</translation>
    </message>
    <message>
        <source>Groupings (*.json)</source>
        <translation>Regroupements (*.json)</translation>
    </message>
    <message>
        <source>IIIF manifests (*.json)</source>
        <translation>Manifestes IIIF (*.json)</translation>
    </message>
    <message>
        <source>Import a manifest</source>
        <translation>Importer un manifeste</translation>
    </message>
    <message>
        <source>Import metadata</source>
        <translation>Importer des métadonnées</translation>
    </message>
    <message>
        <source>Keras model (*.keras)</source>
        <translation>Modèle Keras (*.keras)</translation>
    </message>
    <message>
        <source>Merge groupings</source>
        <translation>Fusionner des regroupements</translation>
    </message>
    <message>
        <source>NumPy (*.npz)</source>
        <translation>NumPy (*.npz)</translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation>Ouvrir un dossier d’images</translation>
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
        <translation>Résultats (*.csv)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tableaux (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Triplets (*.csv)</source>
        <translation>Triplets (*.csv)</translation>
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
        <translation>Interrogation des deux versions…</translation>
    </message>
    <message>
        <source>Back to the results</source>
        <translation>Retour aux résultats</translation>
    </message>
    <message>
        <source>Back to the results  (Esc)</source>
        <translation>Retour aux résultats  (Échap)</translation>
    </message>
    <message>
        <source>Model {n}</source>
        <translation>Modèle {n}</translation>
    </message>
    <message>
        <source>Neighbours by both versions, rank by rank</source>
        <translation>Voisins selon les deux versions, rang par rang</translation>
    </message>
    <message>
        <source>Similar to {name}, by two versions</source>
        <translation>Semblables à {name}, selon deux versions</translation>
    </message>
    <message>
        <source>The comparison ended without a result.</source>
        <translation>La comparaison s’est terminée sans résultat.</translation>
    </message>
    <message>
        <source>The version at the left</source>
        <translation>La version de gauche</translation>
    </message>
    <message>
        <source>The version at the right</source>
        <translation>La version de droite</translation>
    </message>
    <message>
        <source>Untrained model</source>
        <translation>Modèle non entraîné</translation>
    </message>
    <message>
        <source>{name}, which answers</source>
        <translation>{name}, qui répond</translation>
    </message>
    <message>
        <source>{up} up  ·  {down} down  ·  {new} new  ·  {gone} fell out  ·  {same} as before</source>
        <translation>{up} montés  ·  {down} descendus  ·  {new} nouveaux  ·  {gone} sortis  ·  {same} inchangés</translation>
    </message>
</context>
<context>
    <name>ComparingController</name>
    <message>
        <source>Comparing versions</source>
        <translation>Comparaison des versions</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>by {model}</source>
        <translation>par {model}</translation>
    </message>
    <message>
        <source>down {n}, from rank {before} to {after}</source>
        <translation>descend de {n}, du rang {before} au rang {after}</translation>
    </message>
    <message>
        <source>fell out of these</source>
        <translation>sorti de ceux-ci</translation>
    </message>
    <message>
        <source>new among these</source>
        <translation>nouveau parmi ceux-ci</translation>
    </message>
    <message>
        <source>rank {rank}, distance {distance:.3f}</source>
        <translation>rang {rank}, distance {distance:.3f}</translation>
    </message>
    <message>
        <source>up {n}, from rank {before} to {after}</source>
        <translation>monte de {n}, du rang {before} au rang {after}</translation>
    </message>
    <message>
        <source>where it was</source>
        <translation>où il était</translation>
    </message>
</context>
<context>
    <name>ComparisonPainter</name>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>out</source>
        <translation>sorti</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>{n:,} selected</source>
        <translation>{n:,} sélectionnées</translation>
    </message>
</context>
<context>
    <name>ConflictsWindow</name>
    <message>
        <source>Grouping</source>
        <translation>Regroupement</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Ici</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder les miennes</translation>
    </message>
    <message>
        <source>Marked otherwise</source>
        <translation>Marqué autrement</translation>
    </message>
    <message>
        <source>One curator has marked these images as positive, the other as negative. Your marks stay unless you take over theirs; one step of undo takes that back.</source>
        <translation>L’un a marqué ces images comme positives, l’autre comme négatives. Vos marques restent, sauf si vous prenez les siennes&#x202f;; une seule annulation y revient.</translation>
    </message>
    <message>
        <source>Take over theirs</source>
        <translation>Prendre les siennes</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Là-bas</translation>
    </message>
</context>
<context>
    <name>Depth</name>
    <message>
        <source>Quick</source>
        <translation>Rapide</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Approfondi</translation>
    </message>
    <message>
        <source>Whole network</source>
        <translation>Réseau entier</translation>
    </message>
</context>
<context>
    <name>DepthBox</name>
    <message>
        <source>A quick model, on top of the network as it is</source>
        <translation>Un modèle rapide, sur le réseau tel quel</translation>
    </message>
    <message>
        <source>First a quick model, to search with at once; then a thorough one, far better</source>
        <translation>D’abord un modèle rapide, pour chercher aussitôt&#x202f;; puis un modèle approfondi, bien meilleur</translation>
    </message>
    <message>
        <source>First a quick model, to search with at once; then one with every layer tuned. Slow; for many marks</source>
        <translation>D’abord un modèle rapide, pour chercher aussitôt&#x202f;; puis un modèle dont chaque couche est ajustée. Lent&#x202f;; pour beaucoup de marques</translation>
    </message>
    <message>
        <source>How thoroughly to train</source>
        <translation>Avec quelle profondeur entraîner</translation>
    </message>
    <message>
        <source>Quick only</source>
        <translation>Rapide seulement</translation>
    </message>
    <message>
        <source>Quick, then thorough</source>
        <translation>Rapide, puis approfondi</translation>
    </message>
    <message>
        <source>Quick, then whole network</source>
        <translation>Rapide, puis réseau entier</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Cutting out the part</source>
        <translation>Découpe de la partie</translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>Collecting diagnostics</source>
        <translation>Réunion du diagnostic</translation>
    </message>
    <message>
        <source>The diagnostics are copied; paste them into your question or report.</source>
        <translation>Le diagnostic est copié&#x202f;; collez-le dans votre question ou votre rapport.</translation>
    </message>
</context>
<context>
    <name>DistanceChart</name>
    <message>
        <source>Distances of the neighbours</source>
        <translation>Distances des voisins</translation>
    </message>
    <message>
        <source>Drag the line: nothing farther than this is shown</source>
        <translation>Faites glisser la ligne&#xa0;: rien de plus éloigné n’est montré</translation>
    </message>
    <message>
        <source>Rank {rank}: {distance:.3f}</source>
        <translation>Rang {rank}&#xa0;: {distance:.3f}</translation>
    </message>
    <message>
        <source>{count} neighbours, from {near:.3f} to {far:.3f}</source>
        <translation>{count} voisins, de {near:.3f} à {far:.3f}</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Hide {title}</source>
        <translation>Masquer {title}</translation>
    </message>
    <message>
        <source>Hide; the View menu brings it back</source>
        <translation>Masquer&#x202f;; le menu «&#xa0;Affichage&#xa0;» le fait revenir</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop images here: from the grid, a folder, or the browser</source>
        <translation>Déposez des images ici&#xa0;: depuis la grille, un dossier ou le navigateur</translation>
    </message>
    <message>
        <source>New query</source>
        <translation>Nouvelle requête</translation>
    </message>
    <message>
        <source>Query picture {name}: drop images here, click to choose a file, or draw a rectangle to ask with a part (R)</source>
        <translation>Image de la requête {name}&#xa0;: déposez des images ici, cliquez pour choisir un fichier, ou tracez un rectangle pour interroger avec une partie (R)</translation>
    </message>
    <message>
        <source>Query picture: drop images here, or click to choose a file</source>
        <translation>Image de la requête&#xa0;: déposez des images ici, ou cliquez pour choisir un fichier</translation>
    </message>
</context>
<context>
    <name>ExampleDelegate</name>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
</context>
<context>
    <name>ExampleModel</name>
    <message>
        <source>Better: {name}</source>
        <translation>Mieux&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Worse: {name}</source>
        <translation>Moins bien&#xa0;: {name}</translation>
    </message>
    <message>
        <source>{headline}. Right among the first {n}: before {before}, after {after}. Press Return or click to find similar images.</source>
        <translation>{headline}. Justes parmi les {n} premiers&#xa0;: avant {before}, après {after}. Appuyez sur Entrée ou cliquez pour trouver des images semblables.</translation>
    </message>
</context>
<context>
    <name>ExampleStrip</name>
    <message>
        <source>Pictures of the query; Delete takes one away</source>
        <translation>Images de la requête&#x202f;; Suppr en retire une</translation>
    </message>
    <message>
        <source>{words}  (Delete takes it away)</source>
        <translation>{words}  (Suppr la retire)</translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>Example queries</source>
        <translation>Requêtes d’exemple</translation>
    </message>
    <message>
        <source>Example queries that changed most</source>
        <translation>Requêtes d’exemple qui ont le plus changé</translation>
    </message>
    <message>
        <source>No query changed</source>
        <translation>Aucune requête n’a changé</translation>
    </message>
    <message>
        <source>The held-out images have as good neighbours as before, each of them.</source>
        <translation>Chacune des images mises de côté a d’aussi bons voisins qu’avant.</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>Exporting</source>
        <translation>Exportation</translation>
    </message>
    <message>
        <source>Model {version} is written to {file}.</source>
        <translation>Le modèle {version} est écrit dans {file}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
    <message>
        <source>The embedding of {n:,} image is written to {file}.</source>
        <translation>Le plongement de {n:,} image est écrit dans {file}.</translation>
    </message>
    <message>
        <source>The embeddings of {n:,} images are written to {file}.</source>
        <translation>Les plongements de {n:,} images sont écrits dans {file}.</translation>
    </message>
    <message>
        <source>The export was stopped; nothing is written.</source>
        <translation>L’exportation a été arrêtée&#x202f;; rien n’est écrit.</translation>
    </message>
    <message>
        <source>The untrained model is written to {file}.</source>
        <translation>Le modèle non entraîné est écrit dans {file}.</translation>
    </message>
    <message>
        <source>There are no results to write: find images like one first.</source>
        <translation>Il n’y a pas de résultats à écrire&#xa0;: cherchez d’abord des images semblables à une autre.</translation>
    </message>
    <message>
        <source>This computer has no program for {file}; install one.</source>
        <translation>Cet ordinateur n’a pas de programme pour {file}&#x202f;; installez-en un.</translation>
    </message>
    <message>
        <source>{file} holds no triplets yet: a triplet needs an anchor, a positive and a negative in one grouping. Mark negatives with N.</source>
        <translation>{file} ne contient pas encore de triplets&#xa0;: un triplet demande une ancre, une positive et une négative dans un même regroupement. Marquez des négatives avec N.</translation>
    </message>
    <message>
        <source>{n:,} XMP file is written to {folder}.</source>
        <translation>{n:,} fichier XMP est écrit dans {folder}.</translation>
    </message>
    <message>
        <source>{n:,} XMP files are written to {folder}.</source>
        <translation>{n:,} fichiers XMP sont écrits dans {folder}.</translation>
    </message>
    <message>
        <source>{n:,} file of another program was left alone.</source>
        <translation>{n:,} fichier d’un autre programme est resté intact.</translation>
    </message>
    <message>
        <source>{n:,} files of other programs were left alone.</source>
        <translation>{n:,} fichiers d’autres programmes sont restés intacts.</translation>
    </message>
    <message>
        <source>{n:,} mark is written to {file}.</source>
        <translation>{n:,} marque est écrite dans {file}.</translation>
    </message>
    <message>
        <source>{n:,} marks are written to {file}.</source>
        <translation>{n:,} marques sont écrites dans {file}.</translation>
    </message>
    <message>
        <source>{n:,} result is written to {file}.</source>
        <translation>{n:,} résultat est écrit dans {file}.</translation>
    </message>
    <message>
        <source>{n:,} results are written to {file}.</source>
        <translation>{n:,} résultats sont écrits dans {file}.</translation>
    </message>
    <message>
        <source>{n:,} triplet written to {file}.</source>
        <translation>{n:,} triplet écrit dans {file}.</translation>
    </message>
    <message>
        <source>{n:,} triplets written to {file}.</source>
        <translation>{n:,} triplets écrits dans {file}.</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>This image cannot be shown</source>
        <translation>Cette image ne peut pas être affichée</translation>
    </message>
    <message>
        <source>Try again (R)</source>
        <translation>Réessayer (R)</translation>
    </message>
    <message>
        <source>{reason}

Left and Right go to its neighbours, Space goes back to the grid.</source>
        <translation>{reason}

Gauche et Droite vont aux images voisines, Espace revient à la grille.</translation>
    </message>
</context>
<context>
    <name>FetchController</name>
    <message>
        <source>Ask there, too</source>
        <translation>Demander là aussi</translation>
    </message>
    <message>
        <source>Fetching images</source>
        <translation>Récupération des images</translation>
    </message>
    <message>
        <source>Fetching was stopped; what has come is kept.</source>
        <translation>La récupération a été arrêtée&#x202f;; ce qui est arrivé est gardé.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Some lie on {hosts}, which was not asked.</source>
        <translation>Certaines se trouvent sur {hosts}, qui n’a pas été interrogé.</translation>
    </message>
    <message>
        <source>The manifest lies on {hosts}, which was not asked.</source>
        <translation>Le manifeste se trouve sur {hosts}, qui n’a pas été interrogé.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>{n:,} could not be had, first page {page}: {reason}.</source>
        <translation>{n:,} n’ont pas pu être obtenues, d’abord la page {page}&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>{n:,} could not be had: page {page}, {reason}.</source>
        <translation>{n:,} n’a pas pu être obtenue&#xa0;: page {page}, {reason}.</translation>
    </message>
    <message>
        <source>{n:,} image of “{name}” is in {folder}.</source>
        <translation>{n:,} image de «&#xa0;{name}&#xa0;» est dans {folder}.</translation>
    </message>
    <message>
        <source>{n:,} images of “{name}” are in {folder}.</source>
        <translation>{n:,} images de «&#xa0;{name}&#xa0;» sont dans {folder}.</translation>
    </message>
</context>
<context>
    <name>FetchWindow</name>
    <message>
        <source>&amp;Address of the manifest</source>
        <translation>&amp;Adresse du manifeste</translation>
    </message>
    <message>
        <source>&amp;Longer side at most</source>
        <translation>&amp;Grand côté au plus</translation>
    </message>
    <message>
        <source>Address of the manifest</source>
        <translation>Adresse du manifeste</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose the folder for the images</source>
        <translation>Choisir le dossier des images</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>Fetch a IIIF manifest</source>
        <translation>Récupérer un manifeste IIIF</translation>
    </message>
    <message>
        <source>Folder for the images</source>
        <translation>Dossier des images</translation>
    </message>
    <message>
        <source>Longer side of the images at most</source>
        <translation>Grand côté des images au plus</translation>
    </message>
    <message>
        <source>Paste the address that a library gives for the manifest of a work; it begins with https://. Nobody is asked for anything yet.</source>
        <translation>Collez l’adresse qu’une bibliothèque donne pour le manifeste d’une œuvre&#x202f;; elle commence par https://. Rien n’est encore demandé à personne.</translation>
    </message>
    <message>
        <source>The images of a manifest become files in a folder that this program makes for them: a new or an empty one, or one into which it has fetched before. Opened as an archive, they bring their labels and metadata with them.</source>
        <translation>Les images d’un manifeste deviennent des fichiers dans un dossier que ce programme fait pour elles&#xa0;: un nouveau ou un vide, ou un dans lequel il en a déjà récupéré. Ouvertes comme archives, elles apportent leurs libellés et leurs métadonnées.</translation>
    </message>
    <message>
        <source>as the manifest gives them</source>
        <translation>telles que le manifeste les donne</translation>
    </message>
    <message>
        <source>{n:,} px</source>
        <translation>{n:,} px</translation>
    </message>
    <message>
        <source>“Fetch” asks {host} for the manifest and its images, and no other host: where images lie elsewhere, you are told and can decide. The host learns what any web page learns of your computer; nothing of your archive is sent.</source>
        <translation>«&#xa0;Récupérer&#xa0;» demande à {host} le manifeste et ses images, et à personne d’autre&#xa0;: si des images se trouvent ailleurs, on vous le dit et vous décidez. Le serveur apprend ce que toute page web apprend de votre ordinateur&#x202f;; rien de vos archives n’est envoyé.</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>After a training you see here how much better the neighbours became.</source>
        <translation>Après un apprentissage, vous voyez ici combien les voisins se sont améliorés.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>First neighbour right (recall@1)</source>
        <translation>Premier voisin juste (recall@1)</translation>
    </message>
    <message>
        <source>Likely range</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <source>Neighbours in the right order (mAP@R)</source>
        <translation>Voisins dans le bon ordre (mAP@R)</translation>
    </message>
    <message>
        <source>One of the first 10 right (recall@10)</source>
        <translation>Un des 10 premiers juste (recall@10)</translation>
    </message>
    <message>
        <source>One of the first 5 right (recall@5)</source>
        <translation>Un des 5 premiers juste (recall@5)</translation>
    </message>
    <message>
        <source>Positive nearer than negative (triplets)</source>
        <translation>Positive plus proche que négative (triplets)</translation>
    </message>
    <message>
        <source>Where the change lies in 95 of 100 draws of held-out images</source>
        <translation>Où se situe la différence dans 95 tirages sur 100 d’images mises de côté</translation>
    </message>
    <message>
        <source>{after} compared with {before}, on the marks as they are now. {verdict}</source>
        <translation>{after} par rapport à {before}, sur les marques telles qu’elles sont maintenant. {verdict}</translation>
    </message>
    <message>
        <source>{after} of {asked} have a right first neighbour; before, {before}.</source>
        <translation>{after} sur {asked} ont un premier voisin juste&#x202f;; avant, {before}.</translation>
    </message>
    <message>
        <source>{name}: {change}, likely between {low} and {high}</source>
        <translation>{name}&#xa0;: {change}, probablement entre {low} et {high}</translation>
    </message>
</context>
<context>
    <name>FilesController</name>
    <message>
        <source>Copied: {path}</source>
        <translation>Copié&#xa0;: {path}</translation>
    </message>
    <message>
        <source>This computer has no program for {path}; install one, or choose one in the file manager.</source>
        <translation>Cet ordinateur n’a pas de programme pour {path}&#x202f;; installez-en un, ou choisissez-en un dans le gestionnaire de fichiers.</translation>
    </message>
    <message>
        <source>{n:,} image is copied: paste it where you want it.</source>
        <translation>{n:,} image est copiée&#xa0;: collez-la où vous voulez.</translation>
    </message>
    <message>
        <source>{n:,} images are copied: paste them where you want them.</source>
        <translation>{n:,} images sont copiées&#xa0;: collez-les où vous voulez.</translation>
    </message>
    <message>
        <source>{n:,} paths are copied.</source>
        <translation>{n:,} chemins sont copiés.</translation>
    </message>
    <message>
        <source>{path} is no longer in the archive folder.</source>
        <translation>{path} n’est plus dans le dossier d’archives.</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Any</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Any or none</source>
        <translation>Toutes ou aucune</translation>
    </message>
    <message>
        <source>By the mark in the grouping chosen here, or in the grouping in hand</source>
        <translation>D’après la marque dans le regroupement choisi ici, ou dans le regroupement en cours</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Regroupement</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>Only files that could not be read</source>
        <translation>Seulement les fichiers qui n’ont pas pu être lus</translation>
    </message>
</context>
<context>
    <name>FolderChooser</name>
    <message>
        <source>Find a folder</source>
        <translation>Trouver un dossier</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
</context>
<context>
    <name>Folding</name>
    <message>
        <source>Fold to one line</source>
        <translation>Réduire à une ligne</translation>
    </message>
    <message>
        <source>Show more of it</source>
        <translation>En montrer davantage</translation>
    </message>
</context>
<context>
    <name>GridHeader</name>
    <message>
        <source>A to Z</source>
        <translation>De A à Z</translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation>Ancre</translation>
    </message>
    <message>
        <source>Anchor first</source>
        <translation>Ancre d’abord</translation>
    </message>
    <message>
        <source>Any or none</source>
        <translation>Toutes ou aucune</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>Farthest first</source>
        <translation>Les plus éloignées d’abord</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Filter by folder, grouping, mark or format</source>
        <translation>Filtrer par dossier, regroupement, marque ou format</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>Trouver par nom</translation>
    </message>
    <message>
        <source>In no grouping</source>
        <translation>Dans aucun regroupement</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Les plus grandes d’abord</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Marquées</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Nearest first</source>
        <translation>Les plus proches d’abord</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Négative</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Les plus récentes d’abord</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>Non marquées</translation>
    </message>
    <message>
        <source>Not marked first</source>
        <translation>Non marquées d’abord</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Les plus anciennes d’abord</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>Positive</translation>
    </message>
    <message>
        <source>Show images with all these words in their path or metadata  (Ctrl+F)</source>
        <translation>Montrer les images dont le chemin ou les métadonnées contiennent tous ces mots  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Size of the images</source>
        <translation>Taille des images</translation>
    </message>
    <message>
        <source>Size of the images  (Ctrl and wheel)</source>
        <translation>Taille des images  (Ctrl et molette)</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Les plus petites d’abord</translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation>De Z à A</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>This file is no longer in the archive folder.</source>
        <translation>Ce fichier n’est plus dans le dossier d’archives.</translation>
    </message>
    <message>
        <source>rank {rank}, distance {distance:.3f}</source>
        <translation>rang {rank}, distance {distance:.3f}</translation>
    </message>
    <message>
        <source>{n} pages</source>
        <translation>{n} pages</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
</context>
<context>
    <name>GroupingBar</name>
    <message>
        <source>By name</source>
        <translation>Par nom</translation>
    </message>
    <message>
        <source>Find a grouping</source>
        <translation>Trouver un regroupement</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Les plus grands d’abord</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Les plus récents d’abord</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Les plus anciens d’abord</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <translation>Ordre&#xa0;: {order}</translation>
    </message>
    <message>
        <source>Words of the name or the note  (Ctrl+L)</source>
        <translation>Mots du nom ou de la note  (Ctrl+L)</translation>
    </message>
</context>
<context>
    <name>GroupingDelegate</name>
    <message>
        <source>Name of the grouping</source>
        <translation>Nom du regroupement</translation>
    </message>
</context>
<context>
    <name>GroupingFacts</name>
    <message>
        <source>A triplet is an anchor with a positive and a negative. Training also compares the positives with each other, and the members of a grouping with those of others that are not related to it.</source>
        <translation>Un triplet est une ancre avec une positive et une négative. L’apprentissage compare aussi les positives entre elles, et les membres d’un regroupement avec ceux d’autres qui ne lui sont pas reliés.</translation>
    </message>
    <message>
        <source>Another grouping needs the same.</source>
        <translation>Un autre regroupement demande la même chose.</translation>
    </message>
    <message>
        <source>Comparisons to learn from: {training_all:,}</source>
        <translation>Comparaisons dont apprendre&#xa0;: {training_all:,}</translation>
    </message>
    <message>
        <source>Comparisons to learn from: {training_all:,}, {training:,} of them from this grouping</source>
        <translation>Comparaisons dont apprendre&#xa0;: {training_all:,}, dont {training:,} de ce regroupement</translation>
    </message>
    <message>
        <source>There is nothing to tell apart yet: mark two or three negatives in {name} that only look alike, or start another grouping.</source>
        <translation>Il n’y a encore rien à distinguer&#xa0;: marquez dans {name} deux ou trois négatives d’apparence semblable, ou commencez un autre regroupement.</translation>
    </message>
    <message>
        <source>Triplets to export: {explicit_all:,}</source>
        <translation>Triplets à exporter&#xa0;: {explicit_all:,}</translation>
    </message>
    <message>
        <source>Triplets to export: {explicit_all:,}, {explicit:,} of them from this grouping</source>
        <translation>Triplets à exporter&#xa0;: {explicit_all:,}, dont {explicit:,} de ce regroupement</translation>
    </message>
    <message>
        <source>{n:,} other groupings need the same.</source>
        <translation>{n:,} autres regroupements demandent la même chose.</translation>
    </message>
    <message>
        <source>{name} has no negative yet: mark two or three that only look alike.</source>
        <translation>{name} n’a pas encore de négative&#xa0;: marquez-en deux ou trois d’apparence semblable.</translation>
    </message>
    <message>
        <source>{name} has no positive yet: mark two or three that show the same.</source>
        <translation>{name} n’a pas encore de positive&#xa0;: marquez-en deux ou trois qui montrent la même chose.</translation>
    </message>
    <message>
        <source>{name} has only one positive: with one more it can be tested how well the training went.</source>
        <translation>{name} n’a qu’une positive&#xa0;: avec une de plus, on peut vérifier si l’apprentissage a bien marché.</translation>
    </message>
    <message>
        <source>{name} has only {n} positives: five or more teach much better.</source>
        <translation>{name} n’a que {n} positives&#xa0;: cinq ou plus enseignent bien mieux.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>«&#xa0;{name}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>GroupingList</name>
    <message>
        <source>Groupings</source>
        <translation>Regroupements</translation>
    </message>
</context>
<context>
    <name>GroupingModel</name>
    <message>
        <source> and {n:,} more</source>
        <translation> et {n:,} de plus</translation>
    </message>
    <message>
        <source>Related to {names}</source>
        <translation>Relié à {names}</translation>
    </message>
    <message>
        <source>{name}: {positives:,} positive, {negatives:,} negative</source>
        <translation>{name}&#xa0;: {positives:,} positives, {negatives:,} négatives</translation>
    </message>
    <message>
        <source>{words}, in hand</source>
        <translation>{words}, en cours</translation>
    </message>
</context>
<context>
    <name>GroupingsPanel</name>
    <message>
        <source>A grouping says what belongs together. Select an image that shows a motif well and press A, or drop images here; then mark images that are alike with P, and images that only look alike with N.</source>
        <translation>Un regroupement dit ce qui va ensemble. Sélectionnez une image qui montre bien un motif et appuyez sur A, ou déposez des images ici&#x202f;; marquez ensuite les images semblables avec P, et celles qui n’en ont que l’apparence avec N.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete {what}</source>
        <translation>Supprimer {what}</translation>
    </message>
    <message>
        <source>Drop to start a grouping</source>
        <translation>Déposez pour commencer un regroupement</translation>
    </message>
    <message>
        <source>Empty the field above.</source>
        <translation>Videz le champ ci-dessus.</translation>
    </message>
    <message>
        <source>Find among {n:,} groupings</source>
        <translation>Trouver parmi {n:,} regroupements</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>Merge {what} into “{name}”</source>
        <translation>Fusionner {what} avec «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>No grouping passes the filter</source>
        <translation>Aucun regroupement ne passe le filtre</translation>
    </message>
    <message>
        <source>No groupings yet</source>
        <translation>Pas encore de regroupements</translation>
    </message>
    <message>
        <source>Note on this grouping</source>
        <translation>Note sur ce regroupement</translation>
    </message>
    <message>
        <source>Relate</source>
        <translation>Relier</translation>
    </message>
    <message>
        <source>Relate {what}</source>
        <translation>Relier {what}</translation>
    </message>
    <message>
        <source>The first image becomes the anchor, the others are alike.</source>
        <translation>La première image devient l’ancre, les autres se ressemblent.</translation>
    </message>
    <message>
        <source>Unrelate</source>
        <translation>Délier</translation>
    </message>
    <message>
        <source>Unrelate from all others</source>
        <translation>Délier de tous les autres</translation>
    </message>
    <message>
        <source>Unrelate {what}</source>
        <translation>Délier {what}</translation>
    </message>
    <message>
        <source>{n:,} groupings</source>
        <translation>{n:,} regroupements</translation>
    </message>
</context>
<context>
    <name>ImportController</name>
    <message>
        <source>Importing {name}</source>
        <translation>Importation de {name}</translation>
    </message>
    <message>
        <source>See which</source>
        <translation>Voir lesquelles</translation>
    </message>
    <message>
        <source>What {file} says of {n:,} image is kept.</source>
        <translation>Ce que {file} dit de {n:,} image est gardé.</translation>
    </message>
    <message>
        <source>What {file} says of {n:,} images is kept.</source>
        <translation>Ce que {file} dit de {n:,} images est gardé.</translation>
    </message>
    <message>
        <source>line {line}, {reason}</source>
        <translation>ligne {line}, {reason}</translation>
    </message>
    <message>
        <source>page {line}, {reason}</source>
        <translation>page {line}, {reason}</translation>
    </message>
    <message>
        <source>{n:,} grouping is made or completed by “{name}”.</source>
        <translation>{n:,} regroupement est créé ou complété d’après «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>{n:,} groupings are made or completed by “{name}”.</source>
        <translation>{n:,} regroupements sont créés ou complétés d’après «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>{n:,} image is marked otherwise here; your mark stays.</source>
        <translation>{n:,} image est marquée autrement ici&#x202f;; votre marque reste.</translation>
    </message>
    <message>
        <source>{n:,} images are marked otherwise here; your marks stay.</source>
        <translation>{n:,} images sont marquées autrement ici&#x202f;; vos marques restent.</translation>
    </message>
    <message>
        <source>{n:,} mark is as the other curator made it now.</source>
        <translation>{n:,} marque est maintenant celle de l’autre archiviste.</translation>
    </message>
    <message>
        <source>{n:,} mark was left out: {path}, {reason}.</source>
        <translation>{n:,} marque a été laissée de côté&#xa0;: {path}, {reason}.</translation>
    </message>
    <message>
        <source>{n:,} marks are as the other curator made them now.</source>
        <translation>{n:,} marques sont maintenant celles de l’autre archiviste.</translation>
    </message>
    <message>
        <source>{n:,} marks were left out, first {path}: {reason}.</source>
        <translation>{n:,} marques ont été laissées de côté, d’abord {path}&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>{n:,} new mark is merged from {file}.</source>
        <translation>{n:,} nouvelle marque est reprise de {file}.</translation>
    </message>
    <message>
        <source>{n:,} new marks are merged from {file}.</source>
        <translation>{n:,} nouvelles marques sont reprises de {file}.</translation>
    </message>
    <message>
        <source>{n:,} was left out:</source>
        <translation>{n:,} élément a été laissé de côté&#xa0;:</translation>
    </message>
    <message>
        <source>{n:,} were left out:</source>
        <translation>{n:,} éléments ont été laissés de côté&#xa0;:</translation>
    </message>
    <message>
        <source>“Groupings &gt; From metadata” makes groupings of it.</source>
        <translation>«&#xa0;Regroupements &gt; D’après les métadonnées&#xa0;» en fait des regroupements.</translation>
    </message>
</context>
<context>
    <name>InfoStrip</name>
    <message>
        <source>Anchor of “{name}”</source>
        <translation>Ancre de «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>CMYK</source>
        <translation>CMJN</translation>
    </message>
    <message>
        <source>In no grouping</source>
        <translation>Dans aucun regroupement</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>Lab</translation>
    </message>
    <message>
        <source>Negative in “{name}”</source>
        <translation>Négative dans «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Positive in “{name}”</source>
        <translation>Positive dans «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>RGB</source>
        <translation>RVB</translation>
    </message>
    <message>
        <source>RGB with transparency</source>
        <translation>RVB avec transparence</translation>
    </message>
    <message>
        <source>YCbCr</source>
        <translation>YCbCr</translation>
    </message>
    <message>
        <source>black and white</source>
        <translation>noir et blanc</translation>
    </message>
    <message>
        <source>changed {date}</source>
        <translation>modifié le {date}</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>niveaux de gris</translation>
    </message>
    <message>
        <source>grey with transparency</source>
        <translation>niveaux de gris avec transparence</translation>
    </message>
    <message>
        <source>in the archive folder itself</source>
        <translation>dans le dossier d’archives lui-même</translation>
    </message>
    <message>
        <source>in {folder}</source>
        <translation>dans {folder}</translation>
    </message>
    <message>
        <source>palette of colours</source>
        <translation>palette de couleurs</translation>
    </message>
    <message>
        <source>{colours}, {bits} bits</source>
        <translation>{colours}, {bits} bits</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}&#xa0;: {value}</translation>
    </message>
    <message>
        <source>{resolution} ppi</source>
        <translation>{resolution} ppp</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} pixels</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop: {title}</source>
        <translation>Arrêter&#xa0;: {title}</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>about {n} h left</source>
        <translation>encore environ {n} h</translation>
    </message>
    <message>
        <source>about {n} min left</source>
        <translation>encore environ {n} min</translation>
    </message>
    <message>
        <source>about {n} s left</source>
        <translation>encore environ {n} s</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>arrêt…</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>attend son tour</translation>
    </message>
</context>
<context>
    <name>JobsPopup</name>
    <message>
        <source>Nothing at the moment.</source>
        <translation>Rien pour le moment.</translation>
    </message>
    <message>
        <source>What is going on</source>
        <translation>Ce qui est en cours</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>A page up, down</source>
        <translation>Une page vers le haut, le bas</translation>
    </message>
    <message>
        <source>Alt, while dragging</source>
        <translation>Alt, en glissant</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Flèches</translation>
    </message>
    <message>
        <source>Back to the grid</source>
        <translation>Retour à la grille</translation>
    </message>
    <message>
        <source>Close the newest message</source>
        <translation>Fermer le message le plus récent</translation>
    </message>
    <message>
        <source>Comparing: link, swap, other side</source>
        <translation>En comparant&#xa0;: lier, échanger, autre côté</translation>
    </message>
    <message>
        <source>Ctrl+Wheel</source>
        <translation>Ctrl+molette</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Find what is like a part: draw a rectangle</source>
        <translation>Trouver ce qui ressemble à une partie&#xa0;: tracez un rectangle</translation>
    </message>
    <message>
        <source>First, last image</source>
        <translation>Première, dernière image</translation>
    </message>
    <message>
        <source>Go from image to image</source>
        <translation>Aller d’image en image</translation>
    </message>
    <message>
        <source>Go to a page by its number</source>
        <translation>Aller à une page par son numéro</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Début, Fin</translation>
    </message>
    <message>
        <source>In the grid</source>
        <translation>Dans la grille</translation>
    </message>
    <message>
        <source>In the list of groupings</source>
        <translation>Dans la liste des regroupements</translation>
    </message>
    <message>
        <source>In the table of versions</source>
        <translation>Dans le tableau des versions</translation>
    </message>
    <message>
        <source>K, X, Tab</source>
        <translation>K, X, Tab</translation>
    </message>
    <message>
        <source>Keep the zoom from image to image</source>
        <translation>Garder le zoom d’image en image</translation>
    </message>
    <message>
        <source>Larger, smaller</source>
        <translation>Plus grand, plus petit</translation>
    </message>
    <message>
        <source>Larger, smaller images</source>
        <translation>Images plus grandes, plus petites</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Gauche, Droite</translation>
    </message>
    <message>
        <source>Looking closely</source>
        <translation>Vu de près</translation>
    </message>
    <message>
        <source>Mark as negatives instead of positives</source>
        <translation>Marquer comme négatives plutôt que positives</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Déplacer l’image</translation>
    </message>
    <message>
        <source>No key has these words.</source>
        <translation>Aucune touche ne contient ces mots.</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Un pour un</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Page préc., Page suiv.</translation>
    </message>
    <message>
        <source>Previous, next image</source>
        <translation>Image précédente, suivante</translation>
    </message>
    <message>
        <source>Previous, next page</source>
        <translation>Page précédente, suivante</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Select more</source>
        <translation>Étendre la sélection</translation>
    </message>
    <message>
        <source>Shift+Arrows</source>
        <translation>Maj+flèches</translation>
    </message>
    <message>
        <source>Space, Escape</source>
        <translation>Espace, Échap</translation>
    </message>
    <message>
        <source>Turn right, left</source>
        <translation>Tourner à droite, à gauche</translation>
    </message>
    <message>
        <source>Use this version</source>
        <translation>Utiliser cette version</translation>
    </message>
    <message>
        <source>What is known of the image</source>
        <translation>Ce que l’on sait de l’image</translation>
    </message>
    <message>
        <source>Whole image</source>
        <translation>Image entière</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Go on training</source>
        <translation>Continuer l’apprentissage</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>L’arrêter</translation>
    </message>
    <message>
        <source>Stopping the training, then closing…</source>
        <translation>Arrêt de l’apprentissage, puis fermeture…</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>How many neighbours</source>
        <translation>Combien de voisins</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Voisins</translation>
    </message>
    <message>
        <source>No farther than</source>
        <translation>Pas plus loin que</translation>
    </message>
    <message>
        <source>No neighbour farther than this distance</source>
        <translation>Aucun voisin plus loin que cette distance</translation>
    </message>
    <message>
        <source>any</source>
        <translation>sans limite</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Groupings</source>
        <translation>Regroupements</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Apprentissage</translation>
    </message>
    <message>
        <source>{name} (read-only)</source>
        <translation>{name} (en lecture seule)</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation>Manuel</translation>
    </message>
    <message>
        <source>Manual of archive-gui</source>
        <translation>Manuel d’archive-gui</translation>
    </message>
    <message>
        <source>manual.html</source>
        <translation>manual_fr.html</translation>
    </message>
</context>
<context>
    <name>MarksController</name>
    <message>
        <source>Done again: {what}</source>
        <translation>Rétabli&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Marks belong to a grouping. Select the image that shows the motif best and press A to start one, or choose a grouping on the left.</source>
        <translation>Les marques appartiennent à un regroupement. Sélectionnez l’image qui montre le mieux le motif et appuyez sur A pour en commencer un, ou choisissez un regroupement à gauche.</translation>
    </message>
    <message>
        <source>Merged. Images that were positive in one and negative in another: {n:,}. They are what they were in “{name}”.</source>
        <translation>Fusionné. Images qui étaient positives dans l’un et négatives dans l’autre&#xa0;: {n:,}. Elles sont ce qu’elles étaient dans «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>This image is the anchor of “{name}” already.</source>
        <translation>Cette image est déjà l’ancre de «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>This image is the anchor of “{name}”, what the others are compared with.</source>
        <translation>Cette image est l’ancre de «&#xa0;{name}&#xa0;», à laquelle les autres sont comparées.</translation>
    </message>
    <message>
        <source>This image is the anchor, what the others are compared with.</source>
        <translation>Cette image est l’ancre, à laquelle les autres sont comparées.</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Annulé&#xa0;: {what}</translation>
    </message>
</context>
<context>
    <name>MarksTarget</name>
    <message>
        <source>A new grouping of {name}</source>
        <translation>Un nouveau regroupement de {name}</translation>
    </message>
    <message>
        <source>A new grouping, with the first right one as its anchor</source>
        <translation>Un nouveau regroupement, avec la première juste pour ancre</translation>
    </message>
    <message>
        <source>After P, N or U the selection moves on to the next result</source>
        <translation>Après P, N ou U, la sélection passe au résultat suivant</translation>
    </message>
    <message>
        <source>Go to the next after a mark</source>
        <translation>Passer à la suivante</translation>
    </message>
    <message>
        <source>Marks go to</source>
        <translation>Les marques vont à</translation>
    </message>
    <message>
        <source>Marks go to:</source>
        <translation>Les marques vont à&#xa0;:</translation>
    </message>
    <message>
        <source>P and N mark results in: {name}</source>
        <translation>P et N marquent les résultats dans&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Apparence</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>&amp;Vider cette liste</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporter</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Groupings</source>
        <translation>&amp;Regroupements</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>&amp;Images</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>&amp;Places</source>
        <translation>&amp;Zones</translation>
    </message>
    <message>
        <source>&amp;Query</source>
        <translation>Re&amp;quête</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>A&amp;pprentissage</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Autres outils</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Encore rien</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Ouvrir un &amp;récent</translation>
    </message>
    <message>
        <source>Remove those &amp;not found</source>
        <translation>&amp;Retirer les introuvables</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>{name} (not found)</source>
        <translation>{name} (introuvable)</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Close this message  (Esc)</source>
        <translation>Fermer ce message  (Échap)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
</context>
<context>
    <name>Model</name>
    <message>
        <source>Model {n}</source>
        <translation>Modèle {n}</translation>
    </message>
    <message>
        <source>Untrained</source>
        <translation>Non entraîné</translation>
    </message>
</context>
<context>
    <name>ModelCardWindow</name>
    <message>
        <source>Card of model {n}</source>
        <translation>Fiche du modèle {n}</translation>
    </message>
    <message>
        <source>Card of the untrained model</source>
        <translation>Fiche du modèle non entraîné</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Fiche du modèle</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
</context>
<context>
    <name>PastQueries</name>
    <message>
        <source>Nothing yet</source>
        <translation>Encore rien</translation>
    </message>
    <message>
        <source>Past &amp;queries</source>
        <translation>Requêtes p&amp;assées</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Go on: {title}</source>
        <translation>Continuer&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause: {title}</source>
        <translation>Pause&#xa0;: {title}</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>A quick model takes about {quick}, a thorough one about {thorough} more.</source>
        <translation>Un modèle rapide prend environ {quick}, un approfondi environ {thorough} de plus.</translation>
    </message>
    <message>
        <source>A quick model takes about {quick}, the whole network about {thorough} more.</source>
        <translation>Un modèle rapide prend environ {quick}, le réseau entier environ {thorough} de plus.</translation>
    </message>
    <message>
        <source>A quick model takes about {quick}.</source>
        <translation>Un modèle rapide prend environ {quick}.</translation>
    </message>
    <message>
        <source>Learns from {n:,} grouping with {images:,} images.</source>
        <translation>Apprend de {n:,} regroupement avec {images:,} images.</translation>
    </message>
    <message>
        <source>Learns from {n:,} groupings with {images:,} images.</source>
        <translation>Apprend de {n:,} regroupements avec {images:,} images.</translation>
    </message>
    <message>
        <source>Then {archive:,} images are made ready in about {prepare}.</source>
        <translation>Ensuite, {archive:,} images sont préparées en environ {prepare}.</translation>
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
        <translation>Courbes de l’apprentissage</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Époque</translation>
    </message>
    <message>
        <source>Figures on held-out marks by epoch</source>
        <translation>Chiffres sur les marques mises de côté, par époque</translation>
    </message>
    <message>
        <source>First right</source>
        <translation>Premier juste</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Mises de côté</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Perte</translation>
    </message>
    <message>
        <source>Loss by epoch</source>
        <translation>Perte par époque</translation>
    </message>
    <message>
        <source>Loss: what training makes small</source>
        <translation>Perte&#xa0;: ce que l’apprentissage rend petit</translation>
    </message>
    <message>
        <source>Measured on marks that the training does not see; higher is better. First right: share of images whose first neighbour is right (recall@1). Order: how far the neighbours are in the right order (mAP@R)</source>
        <translation>Mesuré sur des marques que l’apprentissage ne voit pas&#x202f;; plus haut est meilleur. Premier juste&#xa0;: part des images dont le premier voisin est juste (recall@1). Ordre&#xa0;: à quel point les voisins sont dans le bon ordre (mAP@R)</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Share right</source>
        <translation>Part juste</translation>
    </message>
    <message>
        <source>first right</source>
        <translation>premier juste</translation>
    </message>
    <message>
        <source>loss {loss:.3f}</source>
        <translation>perte {loss:.3f}</translation>
    </message>
    <message>
        <source>order</source>
        <translation>ordre</translation>
    </message>
    <message>
        <source>recall@1 {recall:.2f}, mAP@R {ranked:.2f}</source>
        <translation>recall@1 {recall:.2f}, mAP@R {ranked:.2f}</translation>
    </message>
    <message>
        <source>{name}: as at first, {end:.2f}.</source>
        <translation>{name}&#xa0;: comme au début, {end:.2f}.</translation>
    </message>
    <message>
        <source>{name}: down from {start:.2f} to {end:.2f}.</source>
        <translation>{name}&#xa0;: en baisse, de {start:.2f} à {end:.2f}.</translation>
    </message>
    <message>
        <source>{name}: up from {start:.2f} to {end:.2f}.</source>
        <translation>{name}&#xa0;: en hausse, de {start:.2f} à {end:.2f}.</translation>
    </message>
    <message>
        <source>{stage}, epoch {n} of {all}</source>
        <translation>{stage}, époque {n} sur {all}</translation>
    </message>
</context>
<context>
    <name>PreparationController</name>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Model {n} answers</source>
        <translation>Le modèle {n} répond</translation>
    </message>
    <message>
        <source>Model {n} answers now.</source>
        <translation>Le modèle {n} répond maintenant.</translation>
    </message>
    <message>
        <source>Model {n} is not prepared yet, so the model before it answers.</source>
        <translation>Le modèle {n} n’est pas encore prêt, c’est donc le précédent qui répond.</translation>
    </message>
    <message>
        <source>Preparing model {n}</source>
        <translation>Préparation du modèle {n}</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Chercher de nouveau</translation>
    </message>
    <message>
        <source>The quick model, model {n}, answers now; the thorough one follows.</source>
        <translation>Le modèle rapide, le modèle {n}, répond maintenant&#x202f;; l’approfondi suit.</translation>
    </message>
    <message>
        <source>The untrained model answers</source>
        <translation>Le modèle non entraîné répond</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>{words}; model {n} is being prepared</source>
        <translation>{words}&#x202f;; le modèle {n} est en préparation</translation>
    </message>
    <message>
        <source>{words}; model {n} is not prepared yet</source>
        <translation>{words}&#x202f;; le modèle {n} n’est pas encore prêt</translation>
    </message>
</context>
<context>
    <name>ProjectController</name>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Making the sample archive</source>
        <translation>Création des archives d’exemple</translation>
    </message>
    <message>
        <source>Open read-only</source>
        <translation>Ouvrir en lecture seule</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>Ouverture de {name}</translation>
    </message>
    <message>
        <source>Scanning the archive</source>
        <translation>Analyse des archives</translation>
    </message>
    <message>
        <source>Scanning was stopped; what was read is kept.</source>
        <translation>L’analyse a été arrêtée&#x202f;; ce qui a été lu est conservé.</translation>
    </message>
    <message>
        <source>This is a copy to look at, of a project that is in use or not writable: you can search and export, but not mark, import or train.</source>
        <translation>Ceci est une copie à regarder d’un projet en cours d’utilisation ou protégé&#xa0;: vous pouvez chercher et exporter, mais pas marquer, importer ni entraîner.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>{n:,} file could not be read. Choose “Filter” above the grid to see which and why.</source>
        <translation>{n:,} fichier n’a pas pu être lu. Choisissez «&#xa0;Filtre&#xa0;» au-dessus de la grille pour voir lequel et pourquoi.</translation>
    </message>
    <message>
        <source>{n:,} file is missing now; if a drive is not connected, connect it and scan again. All marks are kept.</source>
        <translation>{n:,} fichier manque maintenant&#x202f;; si un disque n’est pas branché, branchez-le et analysez de nouveau. Toutes les marques sont conservées.</translation>
    </message>
    <message>
        <source>{n:,} files are missing now; if a drive is not connected, connect it and scan again. All marks are kept.</source>
        <translation>{n:,} fichiers manquent maintenant&#x202f;; si un disque n’est pas branché, branchez-le et analysez de nouveau. Toutes les marques sont conservées.</translation>
    </message>
    <message>
        <source>{n:,} files could not be read. Choose “Filter” above the grid to see which and why.</source>
        <translation>{n:,} fichiers n’ont pas pu être lus. Choisissez «&#xa0;Filtre&#xa0;» au-dessus de la grille pour voir lesquels et pourquoi.</translation>
    </message>
</context>
<context>
    <name>QueryController</name>
    <message>
        <source>Finding similar images</source>
        <translation>Recherche d’images semblables</translation>
    </message>
    <message>
        <source>Only the address of the picture arrived, not the picture. Copy the image in the browser and paste it here, or save it and drop the file.</source>
        <translation>Seule l’adresse de l’image est arrivée, pas l’image. Copiez l’image dans le navigateur et collez-la ici, ou enregistrez-la et déposez le fichier.</translation>
    </message>
    <message>
        <source>Open a folder of images first, then search in it.</source>
        <translation>Ouvrez d’abord un dossier d’images, puis cherchez dedans.</translation>
    </message>
    <message>
        <source>Part of {name}</source>
        <translation>Partie de {name}</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Image collée</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Chercher de nouveau</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>Il n’y a pas d’image dans le presse-papiers.</translation>
    </message>
    <message>
        <source>These were found before the images or the model changed.</source>
        <translation>Ceux-ci ont été trouvés avant que les images ou le modèle ne changent.</translation>
    </message>
    <message>
        <source>{n:,} more was left out, too.</source>
        <translation>{n:,} de plus a aussi été laissé de côté.</translation>
    </message>
    <message>
        <source>{n:,} more were left out, too.</source>
        <translation>{n:,} de plus ont aussi été laissés de côté.</translation>
    </message>
    <message>
        <source>{path} cannot be read, so nothing like it can be found.</source>
        <translation>{path} ne peut pas être lu, rien de semblable ne peut donc être trouvé.</translation>
    </message>
    <message>
        <source>{path} is no longer in the archive folder, so nothing like it is found.</source>
        <translation>{path} n’est plus dans le dossier d’archives, rien de semblable n’est donc trouvé.</translation>
    </message>
</context>
<context>
    <name>QueryMarks</name>
    <message>
        <source>Mark a right result with P first: it becomes the anchor of a new grouping. Or choose under “Marks go to” where marks belong.</source>
        <translation>Marquez d’abord un résultat juste avec P&#xa0;: il devient l’ancre d’un nouveau regroupement. Ou choisissez sous «&#xa0;Les marques vont à&#xa0;» où vont les marques.</translation>
    </message>
</context>
<context>
    <name>QueryPanel</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>Comparer les versions</translation>
    </message>
    <message>
        <source>Distance by rank</source>
        <translation>Distance par rang</translation>
    </message>
    <message>
        <source>Or select images in the grid and press Return. Neighbours appear in the grid, the nearest first; mark them with P and N, and train.</source>
        <translation>Ou sélectionnez des images dans la grille et appuyez sur Entrée. Les voisins apparaissent dans la grille, les plus proches d’abord&#x202f;; marquez-les avec P et N, puis lancez l’apprentissage.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>The search ended without a result.</source>
        <translation>La recherche s’est terminée sans résultat.</translation>
    </message>
    <message>
        <source>model {n}</source>
        <translation>le modèle {n}</translation>
    </message>
    <message>
        <source>the untrained model</source>
        <translation>le modèle non entraîné</translation>
    </message>
    <message>
        <source>{count:,} neighbours by {model}, found in {time} ms</source>
        <translation>{count:,} voisins selon {model}, trouvés en {time} ms</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>Not found; is a drive not connected?  {folder}</source>
        <translation>Introuvable&#x202f;; un disque n’est-il pas branché&#x202f;?  {folder}</translation>
    </message>
    <message>
        <source>Open {name} again</source>
        <translation>Rouvrir {name}</translation>
    </message>
    <message>
        <source>Take off this list; nothing is deleted</source>
        <translation>Retirer de cette liste&#x202f;; rien n’est supprimé</translation>
    </message>
    <message>
        <source>Take {name} off this list</source>
        <translation>Retirer {name} de cette liste</translation>
    </message>
    <message>
        <source>{name}, not found</source>
        <translation>{name}, introuvable</translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Each held-out image is asked for its neighbours, before and after.</source>
        <translation>On demande à chaque image mise de côté ses voisins, avant et après.</translation>
    </message>
    <message>
        <source>Held-out images whose neighbours changed most; click to search</source>
        <translation>Images mises de côté dont les voisins ont le plus changé&#x202f;; cliquez pour chercher</translation>
    </message>
    <message>
        <source>Last training</source>
        <translation>Dernier apprentissage</translation>
    </message>
    <message>
        <source>Looking for examples…</source>
        <translation>Recherche d’exemples…</translation>
    </message>
    <message>
        <source>No examples</source>
        <translation>Pas d’exemples</translation>
    </message>
    <message>
        <source>Show again what the last training brought</source>
        <translation>Montrer de nouveau ce que le dernier apprentissage a apporté</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Anchor</source>
        <translation>Ancre</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Négative</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>Positive</translation>
    </message>
</context>
<context>
    <name>RowPainter</name>
    <message>
        <source>Alike</source>
        <translation>Semblables</translation>
    </message>
    <message>
        <source>Not alike</source>
        <translation>Différentes</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>The archive is still being scanned; what is found later comes in when the scan is over.</source>
        <translation>Les archives sont encore en cours d’analyse&#x202f;; ce qui sera trouvé plus tard s’ajoutera à la fin de l’analyse.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>A grouping cannot be merged with itself; choose two groupings.</source>
        <translation>Un regroupement ne peut pas être fusionné avec lui-même&#x202f;; choisissez deux regroupements.</translation>
    </message>
    <message>
        <source>A grouping needs a name; type at least one letter.</source>
        <translation>Un regroupement doit avoir un nom&#x202f;; saisissez au moins une lettre.</translation>
    </message>
    <message>
        <source>A single image is a hint, not a proof.</source>
        <translation>Une seule image est un indice, pas une preuve.</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Alike (with the anchor)</source>
        <translation>Semblables (ancre comprise)</translation>
    </message>
    <message>
        <source>Another grouping with the same anchor is called “{name}” already; choose another name or merge the two.</source>
        <translation>Un autre regroupement avec la même ancre s’appelle déjà «&#xa0;{name}&#xa0;»&#x202f;; choisissez un autre nom ou fusionnez les deux.</translation>
    </message>
    <message>
        <source>Another grouping “{name}” has that anchor already; merge the two.</source>
        <translation>Un autre regroupement «&#xa0;{name}&#xa0;» a déjà cette ancre&#x202f;; fusionnez les deux.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Better: on {images} the neighbours improved by {gain} points of 100 (likely between {low} and {high}).</source>
        <translation>Mieux&#xa0;: sur {images}, les voisins se sont améliorés de {gain} points sur 100 (probablement entre {low} et {high}).</translation>
    </message>
    <message>
        <source>Building the index</source>
        <translation>Construction de l’index</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Delete {n:,} groupings</source>
        <translation>Supprimer {n:,} regroupements</translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation>Supprimer «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profondeur</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>Downloading the weights of {network} (MB)</source>
        <translation>Téléchargement des poids de {network} (Mo)</translation>
    </message>
    <message>
        <source>Drawing the sample archive</source>
        <translation>Dessin des archives d’exemple</translation>
    </message>
    <message>
        <source>Edit the note of “{name}”</source>
        <translation>Modifier la note de «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Époques</translation>
    </message>
    <message>
        <source>Euclidean</source>
        <translation>euclidienne</translation>
    </message>
    <message>
        <source>Fetching images</source>
        <translation>Récupération des images</translation>
    </message>
    <message>
        <source>Fetching the manifest</source>
        <translation>Récupération du manifeste</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>From 2 to {n:,} groupings can be related at once; select so many.</source>
        <translation>De 2 à {n:,} regroupements peuvent être reliés à la fois&#x202f;; sélectionnez-en autant.</translation>
    </message>
    <message>
        <source>From epoch {n} on the loss was no number any more: the learning ran astray. Choose a smaller margin ({usual:g} is usual), and train again.</source>
        <translation>À partir de l’époque {n}, la perte n’était plus un nombre&#xa0;: l’apprentissage a divergé. Choisissez une marge plus petite ({usual:g} est habituel) et relancez l’apprentissage.</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Préparation</translation>
    </message>
    <message>
        <source>Group by “{name}”</source>
        <translation>Regrouper par «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Regroupement</translation>
    </message>
    <message>
        <source>Images cannot be written into {folder} ({why}); make room there, or choose another folder.</source>
        <translation>Les images ne peuvent pas être écrites dans {folder} ({why})&#x202f;; faites-y de la place, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>Importer {file}</translation>
    </message>
    <message>
        <source>Indexing on a cluster needs the package ray ({why}); install it with “pip install &quot;{wheel}[cluster]&quot;”.</source>
        <translation>L’indexation sur une grappe demande le paquet ray ({why})&#x202f;; installez-le par «&#xa0;pip install &quot;{wheel}[cluster]&quot;&#xa0;».</translation>
    </message>
    <message>
        <source>Intended use and limits</source>
        <translation>Usage prévu et limites</translation>
    </message>
    <message>
        <source>It was not put in use.</source>
        <translation>Il n’a pas été mis en service.</translation>
    </message>
    <message>
        <source>It was put in use.</source>
        <translation>Il a été mis en service.</translation>
    </message>
    <message>
        <source>Keeping the model</source>
        <translation>Enregistrement du modèle</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Appris à partir de</translation>
    </message>
    <message>
        <source>Learning from all marks</source>
        <translation>Apprentissage à partir de toutes les marques</translation>
    </message>
    <message>
        <source>Looking at the images</source>
        <translation>Examen des images</translation>
    </message>
    <message>
        <source>Looking at the marked images in other ways</source>
        <translation>Examen des images marquées sous d’autres aspects</translation>
    </message>
    <message>
        <source>Looking for images</source>
        <translation>Recherche d’images</translation>
    </message>
    <message>
        <source>Looking for moved files</source>
        <translation>Recherche de fichiers déplacés</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Made small</source>
        <translation>Grandeur minimisée</translation>
    </message>
    <message>
        <source>Make another image the anchor of “{name}”</source>
        <translation>Faire d’une autre image l’ancre de «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>Mark {n:,} image as negative in “{name}”</source>
        <translation>Marquer {n:,} image comme négative dans «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Mark {n:,} image as positive in “{name}”</source>
        <translation>Marquer {n:,} image comme positive dans «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Mark {n:,} images as negative in “{name}”</source>
        <translation>Marquer {n:,} images comme négatives dans «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Mark {n:,} images as positive in “{name}”</source>
        <translation>Marquer {n:,} images comme positives dans «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Marks are left out because of their images: {examples}. Put the files back and scan again, or unmark them.</source>
        <translation>Des marques sont laissées de côté à cause de leurs images&#xa0;: {examples}. Remettez les fichiers en place et analysez de nouveau, ou retirez ces marques.</translation>
    </message>
    <message>
        <source>Marks contradict each other: {examples}. Nothing is learned of such a pair; unmark one of the two where it is wrong.</source>
        <translation>Des marques se contredisent&#xa0;: {examples}. Rien n’est appris d’une telle paire&#x202f;; retirez celle des deux marques qui est fausse.</translation>
    </message>
    <message>
        <source>Marks it was trained on</source>
        <translation>Marques utilisées pour l’apprentissage</translation>
    </message>
    <message>
        <source>Measured with {n:,} marked image that was held out of the training; “before” is {model}.</source>
        <translation>Mesuré avec {n:,} image marquée, mise de côté pendant l’apprentissage&#x202f;; «&#xa0;avant&#xa0;» désigne {model}.</translation>
    </message>
    <message>
        <source>Measured with {n:,} marked images that were held out of the training; “before” is {model}.</source>
        <translation>Mesuré avec {n:,} images marquées, mises de côté pendant l’apprentissage&#x202f;; «&#xa0;avant&#xa0;» désigne {model}.</translation>
    </message>
    <message>
        <source>Members of other groupings are negatives</source>
        <translation>Les membres d’autres regroupements sont négatifs</translation>
    </message>
    <message>
        <source>Merge groupings</source>
        <translation>Fusionner des regroupements</translation>
    </message>
    <message>
        <source>Merge the groupings of {who}</source>
        <translation>Fusionner les regroupements de {who}</translation>
    </message>
    <message>
        <source>Merge {n:,} groupings into “{into}”</source>
        <translation>Fusionner {n:,} regroupements avec «&#xa0;{into}&#xa0;»</translation>
    </message>
    <message>
        <source>Merge “{name}” into “{into}”</source>
        <translation>Fusionner «&#xa0;{name}&#xa0;» avec «&#xa0;{into}&#xa0;»</translation>
    </message>
    <message>
        <source>Model {n}</source>
        <translation>Modèle {n}</translation>
    </message>
    <message>
        <source>Model {n} cannot be deleted while it is in use or answers; use another one first.</source>
        <translation>Le modèle {n} ne peut pas être supprimé tant qu’il est en service ou qu’il répond&#x202f;; utilisez d’abord un autre.</translation>
    </message>
    <message>
        <source>Model {n} cannot be moved to {target} ({reason}); close other programs that use its folder, and try again.</source>
        <translation>Le modèle {n} ne peut pas être déplacé vers {target} ({reason})&#x202f;; fermez les autres programmes qui utilisent son dossier et réessayez.</translation>
    </message>
    <message>
        <source>Model {n} does not fit its network {network}; choose another model, or restore its files from a backup.</source>
        <translation>Le modèle {n} ne convient pas à son réseau {network}&#x202f;; choisissez un autre modèle, ou rétablissez ses fichiers depuis une sauvegarde.</translation>
    </message>
    <message>
        <source>Nearest is right (recall@1)</source>
        <translation>Le plus proche est juste (recall@1)</translation>
    </message>
    <message>
        <source>Negatives</source>
        <translation>Négatives</translation>
    </message>
    <message>
        <source>No other process could be started ({why}); close other programs and try again.</source>
        <translation>Aucun autre processus n’a pu être démarré ({why})&#x202f;; fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>No two images have the same “{name}”, so there is nothing to group by; choose another column.</source>
        <translation>Aucune paire d’images n’a la même valeur de «&#xa0;{name}&#xa0;», il n’y a donc rien à regrouper&#x202f;; choisissez une autre colonne.</translation>
    </message>
    <message>
        <source>No worse: on {images} the neighbours are as good as before.</source>
        <translation>Pas moins bon&#xa0;: sur {images}, les voisins sont aussi bons qu’avant.</translation>
    </message>
    <message>
        <source>No worse: on {images} the neighbours changed by {gain} points of 100 (likely between {low} and {high}), which may be chance.</source>
        <translation>Pas moins bon&#xa0;: sur {images}, les voisins ont changé de {gain} points sur 100 (probablement entre {low} et {high}), ce qui peut être dû au hasard.</translation>
    </message>
    <message>
        <source>None of these images is in “{name}”; select some of its members.</source>
        <translation>Aucune de ces images n’est dans «&#xa0;{name}&#xa0;»&#x202f;; sélectionnez quelques-uns de ses membres.</translation>
    </message>
    <message>
        <source>Nothing that is alike would be left in “{name}”; leave its anchor or a positive.</source>
        <translation>Il ne resterait rien de semblable dans «&#xa0;{name}&#xa0;»&#x202f;; laissez-y son ancre ou une positive.</translation>
    </message>
    <message>
        <source>Other groupings may differ.</source>
        <translation>D’autres regroupements peuvent différer.</translation>
    </message>
    <message>
        <source>Perhaps better: on {images} the neighbours improved by {gain} points of 100.</source>
        <translation>Peut-être mieux&#xa0;: sur {images}, les voisins se sont améliorés de {gain} points sur 100.</translation>
    </message>
    <message>
        <source>Perhaps worse: on {images} the neighbours lost {loss} points of 100.</source>
        <translation>Peut-être moins bon&#xa0;: sur {images}, les voisins ont perdu {loss} points sur 100.</translation>
    </message>
    <message>
        <source>Preparing model {n}</source>
        <translation>Préparation du modèle {n}</translation>
    </message>
    <message>
        <source>Preparing the network (once)</source>
        <translation>Préparation du réseau (une seule fois)</translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation>Lecture des images</translation>
    </message>
    <message>
        <source>Relate {n:,} groupings</source>
        <translation>Relier {n:,} regroupements</translation>
    </message>
    <message>
        <source>Relate “{name}” and “{other}”</source>
        <translation>Relier «&#xa0;{name}&#xa0;» et «&#xa0;{other}&#xa0;»</translation>
    </message>
    <message>
        <source>Rename “{name}” to “{new}”</source>
        <translation>Renommer «&#xa0;{name}&#xa0;» en «&#xa0;{new}&#xa0;»</translation>
    </message>
    <message>
        <source>Right among 10 (recall@10)</source>
        <translation>Un juste parmi 10 (recall@10)</translation>
    </message>
    <message>
        <source>Right among 5 (recall@5)</source>
        <translation>Un juste parmi 5 (recall@5)</translation>
    </message>
    <message>
        <source>SHA-256 of its weights</source>
        <translation>SHA-256 de ses poids</translation>
    </message>
    <message>
        <source>SHA-256 of model.keras: {digest}</source>
        <translation>SHA-256 de model.keras&#xa0;: {digest}</translation>
    </message>
    <message>
        <source>Searching by Milvus needs the package pymilvus ({why}); install it with “pip install &quot;{wheel}[cluster]&quot;”.</source>
        <translation>La recherche par Milvus demande le paquet pymilvus ({why})&#x202f;; installez-le par «&#xa0;pip install &quot;{wheel}[cluster]&quot;&#xa0;».</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Sending embeddings to Milvus</source>
        <translation>Envoi des plongements à Milvus</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>So few images are a hint, not a proof.</source>
        <translation>Si peu d’images sont un indice, pas une preuve.</translation>
    </message>
    <message>
        <source>Something else fetches into {folder} now; wait until it is done.</source>
        <translation>Une autre récupération vers {folder} est en cours&#x202f;; attendez qu’elle soit finie.</translation>
    </message>
    <message>
        <source>Split “{name}” from “{old}”</source>
        <translation>Séparer «&#xa0;{name}&#xa0;» de «&#xa0;{old}&#xa0;»</translation>
    </message>
    <message>
        <source>Start “{name}”</source>
        <translation>Commencer «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Starting from</source>
        <translation>À partir de</translation>
    </message>
    <message>
        <source>Starting on the cluster</source>
        <translation>Démarrage sur la grappe</translation>
    </message>
    <message>
        <source>Take over {n:,} mark of another curator</source>
        <translation>Prendre {n:,} marque d’un autre archiviste</translation>
    </message>
    <message>
        <source>Take over {n:,} marks of other curators</source>
        <translation>Prendre {n:,} marques d’autres archivistes</translation>
    </message>
    <message>
        <source>That grouping is no longer there; choose another one.</source>
        <translation>Ce regroupement n’existe plus&#x202f;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The Milvus server holds {found:,} images where {n:,} were sent; see that nobody else writes there, then try again.</source>
        <translation>Le serveur Milvus contient {found:,} images alors que {n:,} ont été envoyées&#x202f;; vérifiez que personne d’autre n’y écrit, puis réessayez.</translation>
    </message>
    <message>
        <source>The Milvus server {server} did not do what it was asked ({why}); see that it runs and can be reached, then try again.</source>
        <translation>Le serveur Milvus {server} n’a pas fait ce qui lui était demandé ({why})&#x202f;; vérifiez qu’il fonctionne et qu’il est joignable, puis réessayez.</translation>
    </message>
    <message>
        <source>The Ray cluster {address} cannot be reached ({why}); see that this computer is part of it, then index again.</source>
        <translation>La grappe Ray {address} n’est pas joignable ({why})&#x202f;; vérifiez que cet ordinateur en fait partie, puis indexez de nouveau.</translation>
    </message>
    <message>
        <source>The anchor of “{name}” cannot be a negative too; make another image its anchor first.</source>
        <translation>L’ancre de «&#xa0;{name}&#xa0;» ne peut pas être aussi négative&#x202f;; faites d’abord d’une autre image son ancre.</translation>
    </message>
    <message>
        <source>The anchor of “{name}” cannot be a positive too; make another image its anchor first.</source>
        <translation>L’ancre de «&#xa0;{name}&#xa0;» ne peut pas être aussi positive&#x202f;; faites d’abord d’une autre image son ancre.</translation>
    </message>
    <message>
        <source>The anchor of “{name}” cannot be taken out while others stay; make another image its anchor first, or delete the grouping.</source>
        <translation>L’ancre de «&#xa0;{name}&#xa0;» ne peut pas être retirée tant que d’autres images restent&#x202f;; faites d’abord d’une autre image son ancre, ou supprimez le regroupement.</translation>
    </message>
    <message>
        <source>The archive folder {folder} cannot be found; connect its drive or choose another folder.</source>
        <translation>Le dossier d’archives {folder} est introuvable&#x202f;; branchez son disque ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The archive folder {folder} cannot be read ({why}); check its permissions.</source>
        <translation>Le dossier d’archives {folder} ne peut pas être lu ({why})&#x202f;; vérifiez ses droits d’accès.</translation>
    </message>
    <message>
        <source>The backup {file} belongs to another archive; choose another one.</source>
        <translation>La sauvegarde {file} appartient à une autre archive ; choisissez-en une autre.</translation>
    </message>
    <message>
        <source>The backup {file} cannot be put in the place of the catalog ({why}); see that the disk is not full.</source>
        <translation>La sauvegarde {file} ne peut pas prendre la place du catalogue ({why})&#x202f;; vérifiez que le disque n’est pas plein.</translation>
    </message>
    <message>
        <source>The backup {file} cannot be read; choose another one.</source>
        <translation>La sauvegarde {file} ne peut pas être lue&#x202f;; choisissez-en une autre.</translation>
    </message>
    <message>
        <source>The catalog cannot be copied to {file} ({why}); see that the disk is not full, and open the project again.</source>
        <translation>Le catalogue ne peut pas être copié dans {file} ({why})&#x202f;; vérifiez que le disque n’est pas plein, puis rouvrez le projet.</translation>
    </message>
    <message>
        <source>The catalog knows no image number {n}; scan it again.</source>
        <translation>Le catalogue ne connaît pas l’image numéro {n}&#x202f;; analysez de nouveau les archives.</translation>
    </message>
    <message>
        <source>The catalog knows no image number {n}; scan the archive again.</source>
        <translation>Le catalogue ne connaît pas l’image numéro {n}&#x202f;; analysez de nouveau les archives.</translation>
    </message>
    <message>
        <source>The catalog {file} cannot be read now ({why}); try again in a moment.</source>
        <translation>Le catalogue {file} ne peut pas être lu pour l’instant ({why})&#x202f;; réessayez dans un moment.</translation>
    </message>
    <message>
        <source>The catalog {file} holds what archive-gui never writes, so it is not opened; restore it from a backup.</source>
        <translation>Le catalogue {file} contient ce qu’archive-gui n’écrit jamais&#x202f;; il n’est donc pas ouvert. Rétablissez-le depuis une sauvegarde.</translation>
    </message>
    <message>
        <source>The catalog {file} is damaged ({why}); restore a backup of it (in the menu File).</source>
        <translation>Le catalogue {file} est endommagé ({why})&#x202f;; rétablissez-en une sauvegarde (dans le menu Fichier).</translation>
    </message>
    <message>
        <source>The catalog {file} is not as archive-gui writes it (in its {table}), so it is not opened; restore it from a backup.</source>
        <translation>Le catalogue {file} n’est pas tel qu’archive-gui l’écrit (dans {table})&#x202f;; il n’est donc pas ouvert. Rétablissez-le depuis une sauvegarde.</translation>
    </message>
    <message>
        <source>The cluster gives nothing back ({why}); see that archive-gui[cluster] is installed on all its machines, then index again.</source>
        <translation>La grappe ne renvoie rien ({why})&#x202f;; vérifiez que archive-gui[cluster] est installé sur toutes ses machines, puis indexez de nouveau.</translation>
    </message>
    <message>
        <source>The computer stopped this, probably for want of memory. Your marks and models are safe; close other programs and try again.</source>
        <translation>L’ordinateur a arrêté cette tâche, probablement par manque de mémoire. Vos marques et vos modèles sont en sûreté&#x202f;; fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>The disk has no room for the pixels of {name}; free some space to see all its details.</source>
        <translation>Le disque n’a pas de place pour les pixels de {name}&#x202f;; libérez de l’espace pour en voir tous les détails.</translation>
    </message>
    <message>
        <source>The examples of this query cancel each other out; take one of them away.</source>
        <translation>Les exemples de cette requête s’annulent&#x202f;; retirez-en un.</translation>
    </message>
    <message>
        <source>The features of images in {file} cannot be read or written ({why}); see that the disk is not full.</source>
        <translation>Les caractéristiques des images dans {file} ne peuvent être ni lues ni écrites ({why})&#x202f;; vérifiez que le disque n’est pas plein.</translation>
    </message>
    <message>
        <source>The file {file} belongs to the project itself; choose another place.</source>
        <translation>Le fichier {file} appartient au projet lui-même&#x202f;; choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read ({why}); check its name and permissions.</source>
        <translation>Le fichier {file} ne peut pas être lu ({why})&#x202f;; vérifiez son nom et ses droits d’accès.</translation>
    </message>
    <message>
        <source>The file {file} cannot be written ({why}); choose another place.</source>
        <translation>Le fichier {file} ne peut pas être écrit ({why})&#x202f;; choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>The file {file} gives no label to two images of the archive; check its paths.</source>
        <translation>Le fichier {file} ne donne pas d’étiquette à deux images des archives&#x202f;; vérifiez ses chemins.</translation>
    </message>
    <message>
        <source>The file {file} has no column that names images of this archive; name one “path” or “filename”.</source>
        <translation>Le fichier {file} n’a pas de colonne qui nomme des images de ces archives&#x202f;; appelez-en une «&#xa0;path&#xa0;» ou «&#xa0;filename&#xa0;».</translation>
    </message>
    <message>
        <source>The file {file} has no column “{column}”; its first line must name the columns {columns}.</source>
        <translation>Le fichier {file} n’a pas de colonne «&#xa0;{column}&#xa0;»&#x202f;; sa première ligne doit nommer les colonnes {columns}.</translation>
    </message>
    <message>
        <source>The file {file} holds no groupings of archive-gui; have them exported with a name that ends in .json.</source>
        <translation>Le fichier {file} ne contient pas de regroupements d’archive-gui&#x202f;; faites-les exporter sous un nom qui finit par .json.</translation>
    </message>
    <message>
        <source>The file {file} is empty; its first line must name the columns.</source>
        <translation>Le fichier {file} est vide&#x202f;; sa première ligne doit nommer les colonnes.</translation>
    </message>
    <message>
        <source>The file {file} is no CSV file in UTF-8 ({why}); save it again as “CSV UTF-8”.</source>
        <translation>Le fichier {file} n’est pas un fichier CSV en UTF-8 ({why})&#x202f;; enregistrez-le de nouveau au format «&#xa0;CSV UTF-8&#xa0;».</translation>
    </message>
    <message>
        <source>The file {file} is no IIIF manifest of version 2 or 3; save the manifest of one work, not of a collection.</source>
        <translation>Le fichier {file} n’est pas un manifeste IIIF de version 2 ou 3&#x202f;; enregistrez le manifeste d’une œuvre, pas d’une collection.</translation>
    </message>
    <message>
        <source>The file {file} is no table in UTF-8 or Windows-1252 ({why}); save it again as “CSV UTF-8”.</source>
        <translation>Le fichier {file} n’est pas un tableau en UTF-8 ou Windows-1252 ({why})&#x202f;; enregistrez-le à nouveau en «&#xa0;CSV UTF-8&#xa0;».</translation>
    </message>
    <message>
        <source>The file {file} lies in the archive folder, in which nothing is ever written; choose another place.</source>
        <translation>Le fichier {file} se trouve dans le dossier d’archives, où rien n’est jamais écrit&#x202f;; choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>The file {file} was written by a newer archive-gui; update the program to merge it.</source>
        <translation>Le fichier {file} vient d’un archive-gui plus récent&#x202f;; mettez le programme à jour pour le fusionner.</translation>
    </message>
    <message>
        <source>The folder of features {folder} cannot be written ({why}); see that you may write there and the disk is not full.</source>
        <translation>Le dossier des caractéristiques {folder} ne peut pas être écrit ({why})&#x202f;; vérifiez vos droits d’accès et que le disque n’est pas plein.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made ({why}); choose another place.</source>
        <translation>Le dossier {folder} ne peut pas être créé ({why})&#x202f;; choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read ({why}); check it.</source>
        <translation>Le dossier {folder} ne peut pas être lu ({why})&#x202f;; vérifiez-le.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read ({why}); choose another one.</source>
        <translation>Le dossier {folder} ne peut pas être lu ({why})&#x202f;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The folder {folder} for prepared networks cannot be made ({why}); name another one in the environment variable ARCHIVE_GUI_CACHE.</source>
        <translation>Le dossier {folder} des réseaux préparés ne peut pas être créé ({why})&#x202f;; indiquez-en un autre dans la variable d’environnement ARCHIVE_GUI_CACHE.</translation>
    </message>
    <message>
        <source>The folder {folder} holds other things already; choose a new or empty folder for the project.</source>
        <translation>Le dossier {folder} contient déjà autre chose&#x202f;; choisissez pour le projet un dossier nouveau ou vide.</translation>
    </message>
    <message>
        <source>The folder {folder} holds other things; choose a new or an empty one, or one into which archive-gui has fetched before.</source>
        <translation>Le dossier {folder} contient autre chose&#x202f;; choisissez-en un nouveau ou un vide, ou un dans lequel archive-gui a déjà récupéré des images.</translation>
    </message>
    <message>
        <source>The folder {folder} lies in the archive that is open, in which nothing is ever written; choose another place.</source>
        <translation>Le dossier {folder} se trouve dans les archives ouvertes, dans lesquelles rien n’est jamais écrit&#x202f;; choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>The grouping “{name}” has one anchor; choose a single image.</source>
        <translation>Le regroupement «&#xa0;{name}&#xa0;» n’a qu’une ancre&#x202f;; choisissez une seule image.</translation>
    </message>
    <message>
        <source>The image</source>
        <translation>L’image</translation>
    </message>
    <message>
        <source>The learning ran astray: its numbers grew beyond all bounds. Choose a smaller margin ({usual:g} is usual), and train again.</source>
        <translation>L’apprentissage a divergé&#xa0;: ses nombres ont dépassé toute limite. Choisissez une marge plus petite ({usual:g} est habituel) et relancez l’apprentissage.</translation>
    </message>
    <message>
        <source>The loss did not fall ({first:.3g} at first, {last:.3g} at last), so hardly anything was learned. Look for marks that contradict each other, and choose the usual margin ({usual:g}) and the semi-hard miner.</source>
        <translation>La perte n’a pas baissé ({first:.3g} au début, {last:.3g} à la fin)&#xa0;: presque rien n’a été appris. Cherchez des marques qui se contredisent, et choisissez la marge habituelle ({usual:g}) et la sélection semi-difficile.</translation>
    </message>
    <message>
        <source>The manifest {address} cannot be fetched: {why}; check the address and try again.</source>
        <translation>Le manifeste {address} ne peut pas être récupéré&#xa0;: {why}&#x202f;; vérifiez l’adresse et réessayez.</translation>
    </message>
    <message>
        <source>The manifest {address} names {n:,} images; choose one that names from 1 to {most:,}.</source>
        <translation>Le manifeste {address} nomme {n:,} images&#x202f;; choisissez-en un qui en nomme de 1 à {most:,}.</translation>
    </message>
    <message>
        <source>The margin {margin:g} can never be reached, since two images are at most {reach:g} apart by this distance. Choose a smaller one; {usual:g} is usual.</source>
        <translation>La marge {margin:g} ne peut jamais être atteinte, car selon cette distance deux images sont éloignées d’au plus {reach:g}. Choisissez-en une plus petite&#x202f;; {usual:g} est habituel.</translation>
    </message>
    <message>
        <source>The marks are too few to learn from; mark at least two positives in a grouping, and some negatives or a second grouping.</source>
        <translation>Les marques sont trop peu nombreuses pour apprendre&#x202f;; marquez au moins deux images positives dans un regroupement, et quelques négatives ou un second regroupement.</translation>
    </message>
    <message>
        <source>The model collapsed: it sees almost all images as the same. It is not put in use. Choose the semi-hard miner and the usual margin, and mark more different groupings and negatives.</source>
        <translation>Le modèle s’est effondré&#xa0;: il voit presque toutes les images comme identiques. Il n’est pas mis en service. Choisissez la sélection semi-difficile et la marge habituelle, et marquez davantage de regroupements différents et d’images négatives.</translation>
    </message>
    <message>
        <source>The model file {file} cannot be read ({why}); check its disk and its permissions.</source>
        <translation>Le fichier de modèle {file} ne peut pas être lu ({why})&#x202f;; vérifiez son disque et ses droits d’accès.</translation>
    </message>
    <message>
        <source>The model file {file} holds what archive-gui never writes, so it is not opened; choose another model, or restore the file from a backup.</source>
        <translation>Le fichier de modèle {file} contient ce qu’archive-gui n’écrit jamais&#x202f;; il n’est donc pas ouvert. Choisissez un autre modèle, ou rétablissez le fichier depuis une sauvegarde.</translation>
    </message>
    <message>
        <source>The model file {file} is damaged ({why}); choose another model, or restore the file from a backup.</source>
        <translation>Le fichier de modèle {file} est endommagé ({why})&#x202f;; choisissez un autre modèle, ou restaurez le fichier depuis une sauvegarde.</translation>
    </message>
    <message>
        <source>The model file {file} is missing; restore it from a backup of the project folder.</source>
        <translation>Le fichier de modèle {file} manque&#x202f;; restaurez-le depuis une sauvegarde du dossier de projet.</translation>
    </message>
    <message>
        <source>The model in use stays in use.</source>
        <translation>Le modèle en service reste en service.</translation>
    </message>
    <message>
        <source>The name cannot be written to {file} ({reason}); see that the disk is not full.</source>
        <translation>Le nom ne peut pas être écrit dans {file} ({reason})&#x202f;; vérifiez que le disque n’est pas plein.</translation>
    </message>
    <message>
        <source>The name of the folder {folder} is no Unicode; rename it, then open it.</source>
        <translation>Le nom du dossier {folder} n’est pas en Unicode&#x202f;; renommez-le, puis ouvrez-le.</translation>
    </message>
    <message>
        <source>The name {file} is no Unicode; rename it.</source>
        <translation>Le nom {file} n’est pas en Unicode&#x202f;; renommez le fichier.</translation>
    </message>
    <message>
        <source>The name {file} must end in .csv, .jsonld or .json; choose another one.</source>
        <translation>Le nom {file} doit finir par .csv, .jsonld ou .json&#x202f;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The name {file} must end in .keras; choose another one.</source>
        <translation>Le nom {file} doit se terminer par .keras&#x202f;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The network file {file} is damaged ({why}); delete it, and it is made again.</source>
        <translation>Le fichier de réseau {file} est endommagé ({why})&#x202f;; supprimez-le, il sera recréé.</translation>
    </message>
    <message>
        <source>The network {name} came out wrong when it was prepared for searching; run &apos;archive-gui doctor&apos; and report what it says.</source>
        <translation>Le réseau {name} s’est révélé faux lors de sa préparation pour la recherche&#x202f;; lancez «&#xa0;archive-gui doctor&#xa0;» et signalez ce qu’il affiche.</translation>
    </message>
    <message>
        <source>The network {name} could not be prepared ({why}); run &apos;archive-gui doctor&apos;.</source>
        <translation>Le réseau {name} n’a pas pu être préparé ({why})&#x202f;; lancez «&#xa0;archive-gui doctor&#xa0;».</translation>
    </message>
    <message>
        <source>The network {network} as it came, trained on everyday photographs (ImageNet), and the principal components of its features over this archive. It has learned nothing of what is alike here.</source>
        <translation>Le réseau {network} tel quel, entraîné sur des photographies courantes (ImageNet), et les composantes principales de ses caractéristiques sur ces archives. Il n’a rien appris de ce qui se ressemble ici.</translation>
    </message>
    <message>
        <source>The project folder {folder} cannot be made ({why}); choose a folder in which you may write.</source>
        <translation>Le dossier de projet {folder} ne peut pas être créé ({why})&#x202f;; choisissez un dossier où vous pouvez écrire.</translation>
    </message>
    <message>
        <source>The project folder {folder} lies inside the archive folder {archive}, in which nothing is ever written; choose a project folder elsewhere.</source>
        <translation>Le dossier de projet {folder} se trouve dans le dossier d’archives {archive}, où rien n’est jamais écrit&#x202f;; choisissez un dossier de projet ailleurs.</translation>
    </message>
    <message>
        <source>The project {folder} belongs to the archive folder {known}; choose another project folder for {archive}.</source>
        <translation>Le projet {folder} appartient au dossier d’archives {known}&#x202f;; choisissez un autre dossier de projet pour {archive}.</translation>
    </message>
    <message>
        <source>The project {folder} cannot be copied to {copy} ({why}); see that the disk is not full, and try again.</source>
        <translation>Le projet {folder} ne peut pas être copié dans {copy} ({why})&#x202f;; vérifiez que le disque n’est pas plein, puis réessayez.</translation>
    </message>
    <message>
        <source>The project {folder} cannot be locked ({why}); check that you may write in that folder.</source>
        <translation>Le projet {folder} ne peut pas être verrouillé ({why})&#x202f;; vérifiez que vous pouvez écrire dans ce dossier.</translation>
    </message>
    <message>
        <source>The project {folder} cannot be opened ({why}); check its disk and its permissions.</source>
        <translation>Le projet {folder} ne peut pas être ouvert ({why})&#x202f;; vérifiez son disque et ses droits d’accès.</translation>
    </message>
    <message>
        <source>The project {folder} is in use by another process; close it there first.</source>
        <translation>Le projet {folder} est utilisé par un autre processus&#x202f;; fermez-le d’abord là-bas.</translation>
    </message>
    <message>
        <source>The project {folder} is in use by {user} on {host} (process {process}, since {since}); close it there first.</source>
        <translation>Le projet {folder} est utilisé par {user} sur {host} (processus {process}, depuis {since})&#x202f;; fermez-le d’abord là-bas.</translation>
    </message>
    <message>
        <source>The project {folder} was made by a newer archive-gui; update the program to open it.</source>
        <translation>Le projet {folder} a été créé par un archive-gui plus récent&#x202f;; mettez le programme à jour pour l’ouvrir.</translation>
    </message>
    <message>
        <source>The project {folder} was never finished; open its folder of images.</source>
        <translation>Le projet {folder} n’a jamais été achevé&#x202f;; ouvrez son dossier d’images.</translation>
    </message>
    <message>
        <source>The quick model of this training, model {n}, is in use.</source>
        <translation>Le modèle rapide de cet apprentissage, le modèle {n}, est en service.</translation>
    </message>
    <message>
        <source>The same archive, marks, settings, seed ({seed}) and libraries give the same model bit for bit on the same machine. provenance.json beside this card has the marks, settings, seed and libraries, with the SHA-256 of every marked image.</source>
        <translation>Les mêmes archives, marques, réglages, graine ({seed}) et bibliothèques donnent le même modèle, bit pour bit, sur la même machine. provenance.json, à côté de cette fiche, contient les marques, les réglages, la graine et les bibliothèques, avec le SHA-256 de chaque image marquée.</translation>
    </message>
    <message>
        <source>The same file, byte for byte, has both roles: {examples}. Nothing is learned of how it stands to the others there; unmark one of the two.</source>
        <translation>Le même fichier, octet pour octet, a les deux rôles&#xa0;: {examples}. Rien n’est appris de ses rapports avec les autres&#x202f;; retirez l’une des deux marques.</translation>
    </message>
    <message>
        <source>The sample archive cannot be written to {folder} ({why}); choose another folder.</source>
        <translation>Les archives d’exemple ne peuvent pas être écrites dans {folder} ({why})&#x202f;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The sample archive has no seed {n}; choose 0 or a larger number.</source>
        <translation>Les archives d’exemple n’ont pas de graine {n}&#x202f;; choisissez 0 ou un nombre plus grand.</translation>
    </message>
    <message>
        <source>The sample archive needs a new or empty folder, and {folder} is neither; choose another one.</source>
        <translation>Les archives d’exemple demandent un dossier nouveau ou vide, et {folder} n’est ni l’un ni l’autre&#x202f;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The thumbnails in {file} are closed; open the archive again.</source>
        <translation>Les vignettes de {file} sont fermées&#x202f;; ouvrez de nouveau les archives.</translation>
    </message>
    <message>
        <source>The thumbnails in {file} are damaged; delete the file and index again, which makes them anew.</source>
        <translation>Les vignettes de {file} sont endommagées&#x202f;; supprimez le fichier et analysez de nouveau, elles seront recréées.</translation>
    </message>
    <message>
        <source>The thumbnails in {file} cannot be read or written ({why}); see that the disk is not full.</source>
        <translation>Les vignettes de {file} ne peuvent pas être lues ou écrites ({why})&#x202f;; vérifiez que le disque n’est pas plein.</translation>
    </message>
    <message>
        <source>The trained model cannot be written to {folder} ({why}); see that the disk is not full, and train again.</source>
        <translation>Le modèle entraîné ne peut pas être écrit dans {folder} ({why})&#x202f;; vérifiez que le disque n’est pas plein et relancez l’apprentissage.</translation>
    </message>
    <message>
        <source>The weights file {file} cannot be read ({why}); install the program again.</source>
        <translation>Le fichier de poids {file} ne peut pas être lu ({why})&#x202f;; réinstallez le programme.</translation>
    </message>
    <message>
        <source>The weights file {file} does not fit {network} ({why}); fetch it again.</source>
        <translation>Le fichier de poids {file} ne convient pas à {network} ({why})&#x202f;; procurez-vous-le de nouveau.</translation>
    </message>
    <message>
        <source>The weights file {file} is damaged ({why}); install the program again.</source>
        <translation>Le fichier de poids {file} est endommagé ({why})&#x202f;; réinstallez le programme.</translation>
    </message>
    <message>
        <source>The weights of {network} cannot be downloaded; fetch the file {file} on another computer and put it into {folder}.</source>
        <translation>Les poids de {network} ne peuvent pas être téléchargés&#x202f;; récupérez le fichier {file} sur un autre ordinateur et placez-le dans {folder}.</translation>
    </message>
    <message>
        <source>There is no archive-gui project in {folder}.</source>
        <translation>Il n’y a pas de projet archive-gui dans {folder}.</translation>
    </message>
    <message>
        <source>There is no archive-gui project in {folder}; make one with &apos;archive-gui index FOLDER --project PROJECT&apos;.</source>
        <translation>Il n’y a pas de projet archive-gui dans {folder}&#x202f;; créez-en un avec «&#xa0;archive-gui index FOLDER --project PROJECT&#xa0;».</translation>
    </message>
    <message>
        <source>There is no backbone called “{name}”; choose one of {names}.</source>
        <translation>Il n’y a pas de réseau de base nommé «&#xa0;{name}&#xa0;»&#x202f;; choisissez parmi {names}.</translation>
    </message>
    <message>
        <source>There is no file {file}; check its name.</source>
        <translation>Il n’y a pas de fichier {file}&#x202f;; vérifiez son nom.</translation>
    </message>
    <message>
        <source>There is no model {n}; see &apos;archive-gui models&apos; for the numbers that exist.</source>
        <translation>Il n’y a pas de modèle {n}&#x202f;; «&#xa0;archive-gui models&#xa0;» montre ceux qui existent.</translation>
    </message>
    <message>
        <source>There is nothing to compare by; mark positives in at least one grouping.</source>
        <translation>Il n’y a rien pour comparer&#x202f;; marquez des images positives dans au moins un regroupement.</translation>
    </message>
    <message>
        <source>There is nothing to learn from yet; mark positives in at least one grouping.</source>
        <translation>Il n’y a encore rien à apprendre&#x202f;; marquez des images positives dans au moins un regroupement.</translation>
    </message>
    <message>
        <source>There is nothing to tell apart yet; mark negatives, or make another grouping of other images that is not related to these.</source>
        <translation>Il n’y a encore rien à distinguer&#x202f;; marquez des images négatives, ou faites d’autres images un regroupement qui n’est pas relié à ceux-ci.</translation>
    </message>
    <message>
        <source>This change was not kept: the catalog {file} cannot be written ({why}); see that the disk is not full, and try again.</source>
        <translation>Cette modification n’a pas été conservée&#xa0;: le catalogue {file} ne peut pas être écrit ({why})&#x202f;; vérifiez que le disque n’est pas plein et réessayez.</translation>
    </message>
    <message>
        <source>This ended before it was done ({why}). Your marks and models are safe; try again, and if it happens again, the details are beside {file}.</source>
        <translation>Cette tâche s’est terminée avant la fin ({why}). Vos marques et vos modèles sont en sûreté&#x202f;; réessayez, et si cela se reproduit, les détails se trouvent à côté de {file}.</translation>
    </message>
    <message>
        <source>This is a copy to look at, of a project that is in use or not writable; open the project itself to mark, import or train.</source>
        <translation>Ceci est une copie à regarder d’un projet en cours d’utilisation ou protégé&#x202f;; ouvrez le projet lui-même pour marquer, importer ou entraîner.</translation>
    </message>
    <message>
        <source>This step of the journal is damaged, so it cannot be undone or redone.</source>
        <translation>Cette étape du journal est endommagée&#x202f;; elle ne peut être ni annulée ni rétablie.</translation>
    </message>
    <message>
        <source>This took too long; try again.</source>
        <translation>Cette tâche a pris trop de temps&#x202f;; réessayez.</translation>
    </message>
    <message>
        <source>To find pictures that are alike in the archive it was trained in, for people who look at what it finds. It knows likeness as these marks show it: it can be wrong where pictures differ from all that were marked, in other archives, and for marks that contradict each other. Figures of few held-out images vary by chance. It is not made to recognise persons, and nothing should be decided by it alone.</source>
        <translation>Trouver des images semblables dans les archives où il a été entraîné, pour des personnes qui regardent ce qu’il trouve. Il connaît la ressemblance telle que ces marques la montrent&#xa0;: il peut se tromper là où des images diffèrent de toutes celles qui ont été marquées, dans d’autres archives, et quand des marques se contredisent. Les chiffres tirés de peu d’images mises de côté varient au hasard. Il n’est pas fait pour reconnaître des personnes, et rien ne devrait être décidé sur sa seule foi.</translation>
    </message>
    <message>
        <source>To make it again</source>
        <translation>Pour le refaire</translation>
    </message>
    <message>
        <source>Too small for a mark to be held out: {examples}. No figure speaks of these; mark so many more images that are like the anchor.</source>
        <translation>Trop petit pour mettre une marque de côté&#xa0;: {examples}. Aucun chiffre n’en parle&#x202f;; marquez autant d’images de plus qui ressemblent à l’ancre.</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Training the head</source>
        <translation>Apprentissage de la tête</translation>
    </message>
    <message>
        <source>Triplets in order</source>
        <translation>Triplets bien ordonnés</translation>
    </message>
    <message>
        <source>Tuning the network</source>
        <translation>Ajustement du réseau</translation>
    </message>
    <message>
        <source>Turns a picture into {n:,} numbers that are near each other for pictures that an archivist would call alike. The first of them come from a network trained on everyday photographs, the others from what was taught here by marks.</source>
        <translation>Transforme une image en {n:,} nombres, proches entre eux pour des images qu’un archiviste dirait semblables. Les premiers viennent d’un réseau entraîné sur des photographies courantes, les autres de ce qui a été enseigné ici par des marques.</translation>
    </message>
    <message>
        <source>Unmark {n:,} image in “{name}”</source>
        <translation>Retirer la marque de {n:,} image dans «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Unmark {n:,} images in “{name}”</source>
        <translation>Retirer la marque de {n:,} images dans «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Unrelate {n:,} groupings</source>
        <translation>Délier {n:,} regroupements</translation>
    </message>
    <message>
        <source>Unrelate “{name}”</source>
        <translation>Délier «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Unrelate “{name}” and “{other}”</source>
        <translation>Délier «&#xa0;{name}&#xa0;» et «&#xa0;{other}&#xa0;»</translation>
    </message>
    <message>
        <source>Untrained model</source>
        <translation>Modèle non entraîné</translation>
    </message>
    <message>
        <source>Use without this program</source>
        <translation>Utilisation sans ce programme</translation>
    </message>
    <message>
        <source>Verdict: **{verdict}**. In brackets is where a figure lies with a confidence of {level:.0%} (bootstrap over the held-out images).</source>
        <translation>Verdict&#xa0;: **{verdict}**. Entre parenthèses figure l’intervalle où se trouve un chiffre avec une confiance de {level:.0%} (bootstrap sur les images mises de côté).</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Weight of what was learned</source>
        <translation>Poids de ce qui a été appris</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Avec</translation>
    </message>
    <message>
        <source>Worse: on {images} the neighbours lost {loss} points of 100 (likely between {low} and {high}).</source>
        <translation>Moins bon&#xa0;: sur {images}, les voisins ont perdu {loss} points sur 100 (probablement entre {low} et {high}).</translation>
    </message>
    <message>
        <source>Writing sidecars</source>
        <translation>Écriture des fichiers XMP</translation>
    </message>
    <message>
        <source>`archive-gui export-model` writes one file that Keras alone can load. It takes pictures as numbers from 0 to 255, red, green, blue, in an array (n, {side}, {side}, 3), any number n at once, and gives rows of length 1; the larger the product of two rows, the more alike. What the network wants done to its pixels is inside the file. The same pixels give the embeddings that the program has, to within {tolerance:g}. It takes them from thumbnails: upright, as sRGB, made to fit in {thumbnail} by {thumbnail} pixels, stored as JPEG, then squeezed to a square. The lines below do the same; for files that the program reads at reduced size, as it does large ones, or that have a colour profile, what comes out may differ by about {deviation:g}.</source>
        <translation>`archive-gui export-model` écrit un fichier que Keras seul peut charger. Il prend des images sous forme de nombres de 0 à 255, rouge, vert, bleu, dans un tableau (n, {side}, {side}, 3), n quelconque à la fois, et donne des lignes de longueur 1&#x202f;; plus le produit de deux lignes est grand, plus elles se ressemblent. Ce que le réseau demande de faire à ses pixels est dans le fichier. Les mêmes pixels donnent les plongements du programme, à {tolerance:g} près. Celui-ci les prend dans des vignettes&#xa0;: redressées, en sRGB, réduites à {thumbnail} sur {thumbnail} pixels, enregistrées en JPEG, puis ramenées à un carré. Les lignes ci-dessous font de même&#x202f;; pour les fichiers que le programme lit à taille réduite, comme les grands, ou qui ont un profil de couleur, le résultat peut différer d’environ {deviation:g}.</translation>
    </message>
    <message>
        <source>anchor</source>
        <translation>ancre</translation>
    </message>
    <message>
        <source>archive-gui met an error that it did not expect ({kind}: {error}). Your marks are safe; the details are in {file}.</source>
        <translation>archive-gui a rencontré une erreur inattendue ({kind}&#xa0;: {error}). Vos marques sont en sûreté&#x202f;; les détails se trouvent dans {file}.</translation>
    </message>
    <message>
        <source>better</source>
        <translation>meilleur</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>contrastive loss</source>
        <translation>perte contrastive</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>cosinus</translation>
    </message>
    <message>
        <source>curves</source>
        <translation>les courbes</translation>
    </message>
    <message>
        <source>embeddings as Parquet</source>
        <translation>plongements en Parquet</translation>
    </message>
    <message>
        <source>fetching was stopped</source>
        <translation>la récupération a été arrêtée</translation>
    </message>
    <message>
        <source>full: a projection and the whole network; batch normalisation as it came</source>
        <translation>entière&#xa0;: une projection et tout le réseau&#x202f;; normalisation par lots inchangée</translation>
    </message>
    <message>
        <source>growing linearly to this over the epochs</source>
        <translation>croissant linéairement jusqu’à cette valeur au fil des époques</translation>
    </message>
    <message>
        <source>growing to this over the epochs along half a cosine</source>
        <translation>croissant jusqu’à cette valeur au fil des époques selon un demi-cosinus</translation>
    </message>
    <message>
        <source>head: a projection on the features of the untouched network</source>
        <translation>tête&#xa0;: une projection sur les caractéristiques du réseau inchangé</translation>
    </message>
    <message>
        <source>it is larger than {n:,} MB</source>
        <translation>elle dépasse {n:,} Mo</translation>
    </message>
    <message>
        <source>it leads from place to place without end</source>
        <translation>l’adresse mène sans fin d’un endroit à l’autre</translation>
    </message>
    <message>
        <source>it leads to {address}, which is not safe</source>
        <translation>l’adresse mène à {address}, ce qui n’est pas sûr</translation>
    </message>
    <message>
        <source>it lies on {host}, which was not to be asked</source>
        <translation>l’adresse mène à {host}, qui ne devait pas être interrogé</translation>
    </message>
    <message>
        <source>it names no grouping</source>
        <translation>elle ne nomme aucun regroupement</translation>
    </message>
    <message>
        <source>it names the same image in two roles</source>
        <translation>elle nomme la même image dans deux rôles</translation>
    </message>
    <message>
        <source>it takes too long</source>
        <translation>cela prend trop de temps</translation>
    </message>
    <message>
        <source>it was cut off on its way</source>
        <translation>le transfert a été coupé en route</translation>
    </message>
    <message>
        <source>its label is empty</source>
        <translation>son étiquette est vide</translation>
    </message>
    <message>
        <source>its negative is the grouping&apos;s anchor already</source>
        <translation>son image négative est déjà l’ancre du regroupement</translation>
    </message>
    <message>
        <source>its negative is the grouping&apos;s positive already</source>
        <translation>son image négative est déjà positive dans le regroupement</translation>
    </message>
    <message>
        <source>its positive is the grouping&apos;s anchor already</source>
        <translation>son image positive est déjà l’ancre du regroupement</translation>
    </message>
    <message>
        <source>its positive is the grouping&apos;s negative already</source>
        <translation>son image positive est déjà négative dans le regroupement</translation>
    </message>
    <message>
        <source>its {column} is empty</source>
        <translation>sa colonne {column} est vide</translation>
    </message>
    <message>
        <source>learning</source>
        <translation>l’apprentissage</translation>
    </message>
    <message>
        <source>looking at images</source>
        <translation>l’examen des images</translation>
    </message>
    <message>
        <source>mAP@R</source>
        <translation>mAP@R</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manquante</translation>
    </message>
    <message>
        <source>model {n}, in use then</source>
        <translation>le modèle {n}, alors en service</translation>
    </message>
    <message>
        <source>networks and their weights</source>
        <translation>les réseaux et leurs poids</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>no worse</source>
        <translation>pas moins bon</translation>
    </message>
    <message>
        <source>none, by this loss</source>
        <translation>aucune, avec cette perte</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>pas encore lue</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>non consigné</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>les nombres</translation>
    </message>
    <message>
        <source>one writer at a time</source>
        <translation>un seul écrivain à la fois</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>positive</translation>
    </message>
    <message>
        <source>random negatives</source>
        <translation>négatives au hasard</translation>
    </message>
    <message>
        <source>reading HEIC images, by libheif</source>
        <translation>la lecture d’images HEIC, par libheif</translation>
    </message>
    <message>
        <source>reading images</source>
        <translation>la lecture des images</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>la recherche</translation>
    </message>
    <message>
        <source>semi-hard negatives (farther than the positive, but within the margin)</source>
        <translation>négatives semi-difficiles (plus loin que la positive, mais en deçà de la marge)</translation>
    </message>
    <message>
        <source>several images are called {file}; give its path</source>
        <translation>plusieurs images s’appellent {file}&#x202f;; donnez le chemin</translation>
    </message>
    <message>
        <source>squared Euclidean</source>
        <translation>euclidienne au carré</translation>
    </message>
    <message>
        <source>the anchor of “{name}” is not in this archive</source>
        <translation>l’ancre de «&#xa0;{name}&#xa0;» n’est pas dans ces archives</translation>
    </message>
    <message>
        <source>the farthest positive and the nearest negative of each anchor (hard)</source>
        <translation>la positive la plus éloignée et la négative la plus proche de chaque ancre (difficile)</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>le fichier manque</translation>
    </message>
    <message>
        <source>the manifest names no image of this page</source>
        <translation>le manifeste ne nomme aucune image de cette page</translation>
    </message>
    <message>
        <source>the model in use then</source>
        <translation>le modèle alors en service</translation>
    </message>
    <message>
        <source>the network that comes with the program</source>
        <translation>le réseau livré avec le programme</translation>
    </message>
    <message>
        <source>the same in all epochs</source>
        <translation>la même à toutes les époques</translation>
    </message>
    <message>
        <source>the window</source>
        <translation>la fenêtre</translation>
    </message>
    <message>
        <source>top: a projection and the last layers of the network</source>
        <translation>sommet&#xa0;: une projection et les dernières couches du réseau</translation>
    </message>
    <message>
        <source>triplet loss</source>
        <translation>perte par triplets</translation>
    </message>
    <message>
        <source>triplet loss with a soft margin</source>
        <translation>perte par triplets à marge douce</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>sans nom</translation>
    </message>
    <message>
        <source>what came cannot be shown as an image</source>
        <translation>ce qui est arrivé ne peut pas être montré comme image</translation>
    </message>
    <message>
        <source>where files are kept</source>
        <translation>l’emplacement des fichiers</translation>
    </message>
    <message>
        <source>which servers to trust</source>
        <translation>les serveurs dignes de confiance</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>moins bon</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>{address} does not begin with https:// or http://</source>
        <translation>{address} ne commence pas par https:// ou http://</translation>
    </message>
    <message>
        <source>{contradiction} ({copies})</source>
        <translation>{contradiction} ({copies})</translation>
    </message>
    <message>
        <source>{examples} and {n:,} more</source>
        <translation>{examples} et {n:,} de plus</translation>
    </message>
    <message>
        <source>{figure} ({low:.3f} to {high:.3f})</source>
        <translation>{figure} ({low:.3f} à {high:.3f})</translation>
    </message>
    <message>
        <source>{file} cannot be read ({why}); check it.</source>
        <translation>{file} ne peut pas être lu ({why})&#x202f;; vérifiez ce fichier.</translation>
    </message>
    <message>
        <source>{file} is a file; open the folder that holds the images.</source>
        <translation>{file} est un fichier&#x202f;; ouvrez le dossier qui contient les images.</translation>
    </message>
    <message>
        <source>{file} is another file here than there</source>
        <translation>{file} est ici un autre fichier que là-bas</translation>
    </message>
    <message>
        <source>{file} is no image of the archive</source>
        <translation>{file} n’est pas une image des archives</translation>
    </message>
    <message>
        <source>{file} is no ordinary file but a pipe or a device; move it elsewhere.</source>
        <translation>{file} n’est pas un fichier ordinaire mais un tube ou un périphérique&#x202f;; déplacez-le ailleurs.</translation>
    </message>
    <message>
        <source>{file} leads out of the archive folder</source>
        <translation>{file} sort du dossier d’archives</translation>
    </message>
    <message>
        <source>{groupings}, which hold {triplets:,} triplets of an anchor, a positive and a negative</source>
        <translation>{groupings}, avec {triplets:,} triplets d’une ancre, d’une positive et d’une négative</translation>
    </message>
    <message>
        <source>{host} answers {code} {why}</source>
        <translation>{host} répond {code} {why}</translation>
    </message>
    <message>
        <source>{host} cannot be reached ({why})</source>
        <translation>{host} ne peut pas être joint ({why})</translation>
    </message>
    <message>
        <source>{host} does not answer</source>
        <translation>{host} ne répond pas</translation>
    </message>
    <message>
        <source>{host} is no name of a computer</source>
        <translation>{host} n’est pas le nom d’un ordinateur</translation>
    </message>
    <message>
        <source>{image} ({why}) in “{grouping}”</source>
        <translation>{image} ({why}) dans «&#xa0;{grouping}&#xa0;»</translation>
    </message>
    <message>
        <source>{image} and {other} are alike in “{grouping}”, but not in “{another}”</source>
        <translation>{image} et {other} se ressemblent dans «&#xa0;{grouping}&#xa0;», mais pas dans «&#xa0;{another}&#xa0;»</translation>
    </message>
    <message>
        <source>{image} cannot be read (decoding it takes too long); open it in another program and save it again.</source>
        <translation>{image} ne peut pas être lu (son décodage prend trop de temps)&#x202f;; ouvrez l’image dans un autre programme et enregistrez-la de nouveau.</translation>
    </message>
    <message>
        <source>{image} cannot be read (no process could be started to decode it); close other programs and try again.</source>
        <translation>{image} ne peut pas être lue (aucun processus n’a pu être démarré pour la décoder)&#x202f;; fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>{image} cannot be read (the program that decodes it crashed); open it in another program and save it again.</source>
        <translation>{image} ne peut pas être lue (le programme qui la décode a planté)&#x202f;; ouvrez-la dans un autre programme et enregistrez-la de nouveau.</translation>
    </message>
    <message>
        <source>{image} cannot be read ({why}); check its permissions.</source>
        <translation>{image} ne peut pas être lue ({why})&#x202f;; vérifiez ses droits d’accès.</translation>
    </message>
    <message>
        <source>{image} cannot be read ({why}); check the file.</source>
        <translation>{image} ne peut pas être lue ({why})&#x202f;; vérifiez le fichier.</translation>
    </message>
    <message>
        <source>{image} has a label already</source>
        <translation>{image} a déjà une étiquette</translation>
    </message>
    <message>
        <source>{image} has no page {n}; its last page is {last}.</source>
        <translation>{image} n’a pas de page {n}&#x202f;; sa dernière page est la {last}.</translation>
    </message>
    <message>
        <source>{image} has {width} x {height} pixels, more than can be shown; make a smaller copy.</source>
        <translation>{image} a {width} x {height} pixels, plus qu’il n’est possible d’en afficher&#x202f;; faites-en une copie plus petite.</translation>
    </message>
    <message>
        <source>{image} is a copy of {original}</source>
        <translation>{image} est une copie de {original}</translation>
    </message>
    <message>
        <source>{image} is damaged or cut off ({why}); copy it again from its source.</source>
        <translation>{image} est endommagée ou tronquée ({why})&#x202f;; copiez-la de nouveau depuis sa source.</translation>
    </message>
    <message>
        <source>{image} is damaged, cut off or of a rare kind; copy it again from its source, or open it in its own program and save it as TIFF or PNG.</source>
        <translation>{image} est endommagée, tronquée ou d’un type rare&#x202f;; copiez-la de nouveau depuis sa source, ou ouvrez-la dans son propre programme et enregistrez-la en TIFF ou PNG.</translation>
    </message>
    <message>
        <source>{image} is empty; copy it again from its source.</source>
        <translation>{image} est vide&#x202f;; copiez-la de nouveau depuis sa source.</translation>
    </message>
    <message>
        <source>{image} is no image of a known format; open it in its own program and save it as TIFF or PNG.</source>
        <translation>{image} n’est pas une image d’un format connu&#x202f;; ouvrez-la dans son propre programme et enregistrez-la en TIFF ou PNG.</translation>
    </message>
    <message>
        <source>{image} is no longer what was indexed, though its size and date are the same; compare it with a backup.</source>
        <translation>{image} n’est plus ce qui a été analysé, bien que sa taille et sa date soient les mêmes&#x202f;; comparez-la avec une sauvegarde.</translation>
    </message>
    <message>
        <source>{image} needs more memory than is free; close other programs and try again.</source>
        <translation>{image} demande plus de mémoire qu’il n’y en a de libre&#x202f;; fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>{image} was not read as an image</source>
        <translation>{image} n’a pas été lue comme une image</translation>
    </message>
    <message>
        <source>{image} was not read as an image, so nothing like it can be found; scan the archive again.</source>
        <translation>{image} n’a pas été lue comme une image, rien de semblable ne peut donc être trouvé&#x202f;; analysez de nouveau les archives.</translation>
    </message>
    <message>
        <source>{member} ({role}) and {negative} (negative) in “{grouping}”</source>
        <translation>{member} ({role}) et {negative} (négative) dans «&#xa0;{grouping}&#xa0;»</translation>
    </message>
    <message>
        <source>{n:,.0f} s</source>
        <translation>{n:,.0f} s</translation>
    </message>
    <message>
        <source>{n:,} grouping</source>
        <translation>{n:,} regroupement</translation>
    </message>
    <message>
        <source>{n:,} groupings</source>
        <translation>{n:,} regroupements</translation>
    </message>
    <message>
        <source>{n:,} held-out image</source>
        <translation>{n:,} image mise de côté</translation>
    </message>
    <message>
        <source>{n:,} held-out images</source>
        <translation>{n:,} images mises de côté</translation>
    </message>
    <message>
        <source>{n:,} thumbnail is missing; scan the archive again, then train.</source>
        <translation>{n:,} vignette manque&#x202f;; analysez de nouveau les archives, puis lancez l’apprentissage.</translation>
    </message>
    <message>
        <source>{n:,} thumbnails are missing; scan the archive again, then train.</source>
        <translation>{n:,} vignettes manquent&#x202f;; analysez de nouveau les archives, puis lancez l’apprentissage.</translation>
    </message>
    <message>
        <source>{n}, kept as after epoch {best}</source>
        <translation>{n}, conservé tel qu’après l’époque {best}</translation>
    </message>
    <message>
        <source>{weight}, of images like a marked grouping {near:g}</source>
        <translation>{weight}, pour les images proches d’un regroupement marqué {near:g}</translation>
    </message>
    <message>
        <source>“{address}” is no address of a manifest; copy one from a library&apos;s page that begins with https:// or http://.</source>
        <translation>«&#xa0;{address}&#xa0;» n’est pas l’adresse d’un manifeste&#x202f;; copiez-en une de la page d’une bibliothèque, qui commence par https:// ou http://.</translation>
    </message>
    <message>
        <source>“{choice}” is no cluster; say “ray:local”, or “ray:” and host and port of the head of a Ray cluster, as in ray:10.0.0.1:6379.</source>
        <translation>«&#xa0;{choice}&#xa0;» n’est pas une grappe&#x202f;; indiquez «&#xa0;ray:local&#xa0;», ou «&#xa0;ray:&#xa0;» suivi de l’hôte et du port de la tête d’une grappe Ray, comme ray:10.0.0.1:6379.</translation>
    </message>
    <message>
        <source>“{choice}” is no way to search; say “local”, or “milvus:” and the address of a Milvus server, as in milvus:http://localhost:19530.</source>
        <translation>«&#xa0;{choice}&#xa0;» n’est pas une façon de chercher&#x202f;; indiquez «&#xa0;local&#xa0;», ou «&#xa0;milvus:&#xa0;» suivi de l’adresse d’un serveur Milvus, comme milvus:http://localhost:19530.</translation>
    </message>
    <message>
        <source>“{grouping}” needs {n:,} more positive</source>
        <translation>«&#xa0;{grouping}&#xa0;» demande {n:,} image positive de plus</translation>
    </message>
    <message>
        <source>“{grouping}” needs {n:,} more positives</source>
        <translation>«&#xa0;{grouping}&#xa0;» demande {n:,} images positives de plus</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Back to defaults</source>
        <translation>Revenir aux valeurs par défaut</translation>
    </message>
    <message>
        <source>Back to the training  (Esc)</source>
        <translation>Retour à l’apprentissage  (Échap)</translation>
    </message>
    <message>
        <source>By how much negatives are to lie farther away.</source>
        <translation>De combien les négatives doivent être plus éloignées.</translation>
    </message>
    <message>
        <source>Changed; the default is {usual}</source>
        <translation>Modifié&#x202f;; la valeur par défaut est {usual}</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Constante</translation>
    </message>
    <message>
        <source>Contrastive</source>
        <translation>Contrastive</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Cosinus</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Époques</translation>
    </message>
    <message>
        <source>Euclidean</source>
        <translation>Euclidienne</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Difficile</translation>
    </message>
    <message>
        <source>How it is measured.</source>
        <translation>Comment elle est mesurée.</translation>
    </message>
    <message>
        <source>How often all are gone through.</source>
        <translation>Combien de fois tous sont parcourus.</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linéaire</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Perte</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>Margin over time</source>
        <translation>Marge au fil du temps</translation>
    </message>
    <message>
        <source>Other groupings are negatives</source>
        <translation>Autres regroupements négatifs</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Au hasard</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Semi-hard</source>
        <translation>Semi-difficile</translation>
    </message>
    <message>
        <source>Settings of the training</source>
        <translation>Réglages de l’apprentissage</translation>
    </message>
    <message>
        <source>Soft margin</source>
        <translation>Marge douce</translation>
    </message>
    <message>
        <source>Squared</source>
        <translation>Au carré</translation>
    </message>
    <message>
        <source>The same one gives the same model.</source>
        <translation>La même donne le même modèle.</translation>
    </message>
    <message>
        <source>Triplet</source>
        <translation>Triplet</translation>
    </message>
    <message>
        <source>Triplets</source>
        <translation>Triplets</translation>
    </message>
    <message>
        <source>What training makes small.</source>
        <translation>Ce que l’apprentissage rend petit.</translation>
    </message>
    <message>
        <source>Whether it grows.</source>
        <translation>Si elle croît.</translation>
    </message>
    <message>
        <source>Which a step learns from: any, those not yet well apart, or the worst.</source>
        <translation>Desquels une étape apprend&#xa0;: n’importe lesquels, ceux qui ne sont pas encore bien séparés, ou les pires.</translation>
    </message>
    <message>
        <source>Without being marked as such.</source>
        <translation>Sans être marqués comme tels.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>{meaning} Default: {usual}.</source>
        <translation>{meaning} Par défaut&#xa0;: {usual}.</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source> images</source>
        <translation> images</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Apparence</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>A query &amp;shows</source>
        <translation>Une &amp;requête montre</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Ask before closing stops a training</source>
        <translation>Demander avant que la fermeture n’arrête un apprentissage</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Closes the program and opens it again with the same archive</source>
        <translation>Ferme le programme et le rouvre avec la même archive</translation>
    </message>
    <message>
        <source>How many images a query shows</source>
        <translation>Combien d’images une requête montre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Marks, models and thumbnails of all archives lie there</source>
        <translation>Les marques, modèles et vignettes de toutes les archives s’y trouvent</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Projects lie in</source>
        <translation>Les projets sont dans</translation>
    </message>
    <message>
        <source>Reduce motion, also where the system does not</source>
        <translation>Moins d’animations que le système</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Redémarrer maintenant</translation>
    </message>
    <message>
        <source>Settings of archive-gui</source>
        <translation>Réglages d’archive-gui</translation>
    </message>
    <message>
        <source>Taken up at the next start.</source>
        <translation>Prend effet au prochain démarrage.</translation>
    </message>
</context>
<context>
    <name>SheetController</name>
    <message>
        <source>Less like this</source>
        <translation>Moins comme celle-ci</translation>
    </message>
    <message>
        <source>Making the contact sheet</source>
        <translation>Création de la planche-contact</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Plus comme celle-ci</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Similar to {name}</source>
        <translation>Semblables à {name}</translation>
    </message>
    <message>
        <source>The contact sheet of {pictures} on {pages} is written to {file}.</source>
        <translation>La planche-contact ({pictures}, {pages}) est écrite dans {file}.</translation>
    </message>
    <message>
        <source>The grid shows no images to put on a contact sheet.</source>
        <translation>La grille ne montre pas d’images à mettre sur une planche-contact.</translation>
    </message>
    <message>
        <source>model {n}</source>
        <translation>modèle {n}</translation>
    </message>
    <message>
        <source>the untrained model</source>
        <translation>modèle non entraîné</translation>
    </message>
    <message>
        <source>{n:,} chosen image</source>
        <translation>{n:,} image choisie</translation>
    </message>
    <message>
        <source>{n:,} chosen images</source>
        <translation>{n:,} images choisies</translation>
    </message>
    <message>
        <source>{n:,} image</source>
        <translation>{n:,} image</translation>
    </message>
    <message>
        <source>{n:,} images</source>
        <translation>{n:,} images</translation>
    </message>
    <message>
        <source>{n:,} page</source>
        <translation>{n:,} page</translation>
    </message>
    <message>
        <source>{n:,} pages</source>
        <translation>{n:,} pages</translation>
    </message>
    <message>
        <source>{n:,} picture</source>
        <translation>{n:,} image</translation>
    </message>
    <message>
        <source>{n:,} picture could not be read; its place says why.</source>
        <translation>{n:,} image n’a pas pu être lue&#x202f;; sa place dit pourquoi.</translation>
    </message>
    <message>
        <source>{n:,} pictures</source>
        <translation>{n:,} images</translation>
    </message>
    <message>
        <source>{n:,} pictures could not be read; their places say why.</source>
        <translation>{n:,} images n’ont pas pu être lues&#x202f;; leurs places disent pourquoi.</translation>
    </message>
</context>
<context>
    <name>SheetPrinter</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Page {page} sur {pages}</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Filter the keys</source>
        <translation>Filtrer les touches</translation>
    </message>
    <message>
        <source>Filter, such as “zoom”</source>
        <translation>Filtrer, par exemple «&#xa0;zoom&#xa0;»</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Keys of archive-gui</source>
        <translation>Touches d’archive-gui</translation>
    </message>
    <message>
        <source>Print the sheet in two columns</source>
        <translation>Imprimer la feuille sur deux colonnes</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Show only keys with these words</source>
        <translation>N’afficher que les touches avec ces mots</translation>
    </message>
</context>
<context>
    <name>SortButton</name>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Order: {name}, {direction}</source>
        <translation>Ordre&#xa0;: {name}, {direction}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Show all that is going on  (Ctrl+J)</source>
        <translation>Montrer tout ce qui est en cours  (Ctrl+J)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop what is going on</source>
        <translation>Arrêter ce qui est en cours</translation>
    </message>
    <message>
        <source>{n:,} job</source>
        <translation>{n:,} tâche</translation>
    </message>
    <message>
        <source>{n:,} jobs</source>
        <translation>{n:,} tâches</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>End now and keep the best so far</source>
        <translation>Terminer maintenant et garder le meilleur jusqu’ici</translation>
    </message>
    <message>
        <source>Epochs, margin, loss and more; the defaults are good for most archives</source>
        <translation>Époques, marge, perte et plus&#x202f;; les valeurs par défaut conviennent à la plupart des archives</translation>
    </message>
    <message>
        <source>Mark a few groupings, each with some positives and negatives, then press Train. The curves appear here while the model learns.</source>
        <translation>Marquez quelques regroupements, chacun avec quelques positives et négatives, puis appuyez sur «&#xa0;Entraîner&#xa0;». Les courbes apparaissent ici pendant que le modèle apprend.</translation>
    </message>
    <message>
        <source>No training is running</source>
        <translation>Aucun apprentissage en cours</translation>
    </message>
    <message>
        <source>Press Train; the curves appear here while the model learns.</source>
        <translation>Appuyez sur «&#xa0;Entraîner&#xa0;»&#x202f;; les courbes apparaissent ici pendant que le modèle apprend.</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Progression de l’apprentissage</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Teach the model with the groupings  (Ctrl+T)</source>
        <translation>Entraîner le modèle avec les regroupements  (Ctrl+T)</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Entraîner</translation>
    </message>
</context>
<context>
    <name>TrainingController</name>
    <message>
        <source>A model is being trained. Stop it? The best so far is kept.</source>
        <translation>Un modèle est en cours d’apprentissage. L’arrêter&#x202f;? Le meilleur jusqu’ici est conservé.</translation>
    </message>
    <message>
        <source>Model {n} is in use, and answers as soon as the archive is prepared for it.</source>
        <translation>Le modèle {n} est en service, et répond dès que les archives sont prêtes pour lui.</translation>
    </message>
    <message>
        <source>More marks, above all negatives that look alike, help most.</source>
        <translation>Davantage de marques, surtout des négatives d’apparence semblable, aident le plus.</translation>
    </message>
    <message>
        <source>More to look at is under “Result”.</source>
        <translation>La suite se trouve sous «&#xa0;Résultat&#xa0;».</translation>
    </message>
    <message>
        <source>The thorough model, model {last}, collapsed: it sees almost all images as the same. The quick one, model {n}, stays in use.</source>
        <translation>Le modèle approfondi, le modèle {last}, s’est effondré&#xa0;: il voit presque toutes les images comme identiques. Le rapide, le modèle {n}, reste en service.</translation>
    </message>
    <message>
        <source>The thorough model, model {last}, is no better than the quick one, model {n}, which stays in use.</source>
        <translation>Le modèle approfondi, le modèle {last}, n’est pas meilleur que le rapide, le modèle {n}, qui reste en service.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Apprentissage</translation>
    </message>
    <message>
        <source>Training was stopped before anything was learned.</source>
        <translation>L’apprentissage a été arrêté avant que rien n’ait été appris.</translation>
    </message>
    <message>
        <source>Training was stopped before the thorough model had learned anything; the quick one, model {n}, stays in use.</source>
        <translation>L’apprentissage a été arrêté avant que le modèle approfondi n’ait rien appris&#x202f;; le rapide, le modèle {n}, reste en service.</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>: {done:,} of {all:,}</source>
        <translation>&#xa0;: {done:,} sur {all:,}</translation>
    </message>
    <message>
        <source>Changed: {list}</source>
        <translation>Modifié&#xa0;: {list}</translation>
    </message>
    <message>
        <source>First mark an image with A, and some that are like it with P.</source>
        <translation>Marquez d’abord une image avec A, et quelques-unes qui lui ressemblent avec P.</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>Places of the training</source>
        <translation>Zones de l’apprentissage</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Entraîner</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>{stage} (step {n} of 2)</source>
        <translation>{stage} (étape {n} sur 2)</translation>
    </message>
    <message>
        <source>{who}. “Use this version” in its row goes on with it.</source>
        <translation>{who}. «&#xa0;Utiliser cette version&#xa0;» dans sa ligne continue avec elle.</translation>
    </message>
</context>
<context>
    <name>TypeAhead</name>
    <message>
        <source>Go to: {text}</source>
        <translation>Aller à&#xa0;: {text}</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Bring back the deleted version</source>
        <translation>Récupérer la version supprimée</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profondeur</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>First right</source>
        <translation>Premier juste</translation>
    </message>
    <message>
        <source>Give this version a name</source>
        <translation>Donner un nom à cette version</translation>
    </message>
    <message>
        <source>How far the neighbours are in the right order (mAP@R)</source>
        <translation>À quel point les voisins sont dans le bon ordre (mAP@R)</translation>
    </message>
    <message>
        <source>How many images were marked then</source>
        <translation>Combien d’images étaient marquées alors</translation>
    </message>
    <message>
        <source>In use; answers as soon as the archive is prepared for it</source>
        <translation>En service&#x202f;; répond dès que les archives sont prêtes pour elle</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Appris à partir de</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Fiche du modèle</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>More to do with this version</source>
        <translation>Autres actions sur cette version</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Put this version in the trash</source>
        <translation>Mettre cette version à la corbeille</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Search with this version</source>
        <translation>Chercher avec cette version</translation>
    </message>
    <message>
        <source>Share of held-out images whose first neighbour is right (recall@1)</source>
        <translation>Part des images mises de côté dont le premier voisin est juste (recall@1)</translation>
    </message>
    <message>
        <source>Take the version out of the trash that was deleted last</source>
        <translation>Sortir de la corbeille la dernière version supprimée</translation>
    </message>
    <message>
        <source>The quick model of the training that made model {n}</source>
        <translation>Le modèle rapide de l’apprentissage qui a donné le modèle {n}</translation>
    </message>
    <message>
        <source>Two selected versions beside each other, or one beside the one in use, on the held-out marks as they are now</source>
        <translation>Deux versions sélectionnées côte à côte, ou une à côté de celle en service, sur les marques mises de côté telles qu’elles sont maintenant</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Use this version</source>
        <translation>Utiliser cette version</translation>
    </message>
    <message>
        <source>Versions of the model</source>
        <translation>Versions du modèle</translation>
    </message>
    <message>
        <source>What the version learned from, how good it is, and how to use it elsewhere</source>
        <translation>De quoi la version a appris, ce qu’elle vaut et comment l’utiliser ailleurs</translation>
    </message>
    <message>
        <source>Write this version as a Keras file for other programs</source>
        <translation>Écrire cette version dans un fichier Keras pour d’autres programmes</translation>
    </message>
    <message>
        <source>chosen, not ready yet</source>
        <translation>choisie, pas encore prête</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>d MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sans nom</translation>
    </message>
    <message>
        <source>not in use</source>
        <translation>pas en service</translation>
    </message>
    <message>
        <source>{head}: {text}</source>
        <translation>{head}&#xa0;: {text}</translation>
    </message>
    <message>
        <source>{n:,} image</source>
        <translation>{n:,} image</translation>
    </message>
    <message>
        <source>{n:,} images</source>
        <translation>{n:,} images</translation>
    </message>
    <message>
        <source>{name} → {n}</source>
        <translation>{name} → {n}</translation>
    </message>
    <message>
        <source>✓ answers</source>
        <translation>✓ répond</translation>
    </message>
</context>
<context>
    <name>VersionsController</name>
    <message>
        <source>Comparing versions</source>
        <translation>Comparaison des versions</translation>
    </message>
    <message>
        <source>Model {n} is in the trash, until this archive is opened the next time.</source>
        <translation>Le modèle {n} est dans la corbeille, jusqu’à la prochaine ouverture de ces archives.</translation>
    </message>
    <message>
        <source>The comparison was stopped.</source>
        <translation>La comparaison a été arrêtée.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Compare two images</source>
        <translation>Comparer deux images</translation>
    </message>
    <message>
        <source>Find images like a part of this one: draw a rectangle</source>
        <translation>Trouver des images semblables à une partie de celle-ci&#xa0;: tracez un rectangle</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Keep the zoom</source>
        <translation>Garder le zoom</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gauche</translation>
    </message>
    <message>
        <source>Looking closely at {name}</source>
        <translation>{name} vu de près</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Un pour un</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>Image précédente</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Droite</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation>Échanger les côtés</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Tourner à gauche</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Tourner à droite</translation>
    </message>
    <message>
        <source>What is known of the image</source>
        <translation>Ce que l’on sait de l’image</translation>
    </message>
    <message>
        <source>Whole image</source>
        <translation>Image entière</translation>
    </message>
    <message>
        <source>Zoom and move both</source>
        <translation>Zoomer et déplacer les deux</translation>
    </message>
    <message>
        <source>distance {distance:.3f}</source>
        <translation>distance {distance:.3f}</translation>
    </message>
    <message>
        <source>{name} is no longer where it was; put it back, then press R.</source>
        <translation>{name} n’est plus à sa place&#x202f;; remettez-le, puis appuyez sur R.</translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>Go to a page  (G; Page Up and Page Down turn)</source>
        <translation>Aller à une page  (G&#x202f;; Page préc. et Page suiv. tournent)</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>of {pages:,}</source>
        <translation>sur {pages:,}</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Ask with any image; the most similar ones come first.</source>
        <translation>Interrogez avec n’importe quelle image&#x202f;; les plus semblables viennent d’abord.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Trouver</translation>
    </message>
    <message>
        <source>Let go to open it.</source>
        <translation>Relâchez pour l’ouvrir.</translation>
    </message>
    <message>
        <source>Open a folder of images…</source>
        <translation>Ouvrir un dossier d’images…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Open the sample archive</source>
        <translation>Ouvrir les archives d’exemple</translation>
    </message>
    <message>
        <source>Or drop a folder here. Your files are only read, never changed.</source>
        <translation>Ou déposez un dossier ici. Vos fichiers sont seulement lus, jamais modifiés.</translation>
    </message>
    <message>
        <source>Pick an image and mark a few that are like it, and a few that are not.</source>
        <translation>Prenez une image et marquez-en quelques-unes qui lui ressemblent, et quelques-unes qui ne lui ressemblent pas.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Show the program a few images that belong together. It learns what you mean and finds the rest.</source>
        <translation>Montrez au programme quelques images qui vont ensemble. Il apprend ce que vous voulez dire et trouve les autres.</translation>
    </message>
    <message>
        <source>The program learns from your marks while you go on working.</source>
        <translation>Le programme apprend de vos marques pendant que vous continuez à travailler.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Entraîner</translation>
    </message>
    <message>
        <source>What does “similar” mean in your archive?</source>
        <translation>Que veut dire «&#xa0;semblable&#xa0;» dans vos archives&#x202f;?</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>No archive is open; open a folder of images first.</source>
        <translation>Aucune archive n’est ouverte&#x202f;; ouvrez d’abord un dossier d’images.</translation>
    </message>
</context>
<context>
    <name>queries</name>
    <message>
        <source>Asked with</source>
        <translation>Interrogé avec</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>Moins comme celle-ci</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Plus comme celle-ci</translation>
    </message>
    <message>
        <source>{name} and {n} more</source>
        <translation>{name} et {n} de plus</translation>
    </message>
    <message>
        <source>{n} less like it</source>
        <translation>{n} moins semblables</translation>
    </message>
    <message>
        <source>{n} more like it</source>
        <translation>{n} plus semblables</translation>
    </message>
</context>
</TS>
