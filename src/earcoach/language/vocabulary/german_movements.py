"""What movements and positions are called in German: the words that names of exercises have."""

from earcoach.language.vocabulary.words import each_of

MOVEMENTS = each_of(
    "hampelmann hampelmänner bergsteiger planke planken brücke brücken dips klimmzug käfer katze "
    "kuh hund krieger taube rudern joggen laufen gehen hüpfen springen schwimmen seilspringen "
    "dehnen kreisen wippen hantelbank burpee burpees crunch crunches superman kniehebelauf "
    "anfersen skippings beckenheben beinheben armkreisen"
)
MOVEMENT_ENDS = (
    "beuge", "beugen", "heben", "hebe", "heber", "stütz", "stütze", "strecken", "strecker",
    "drücken", "ziehen", "züge", "zug", "kreisen", "kreisel", "schritt", "schritte", "sprung",
    "sprünge", "sprüngen", "lauf", "läufe", "läufer", "laufen", "springen", "stand", "sitz",
    "haltung", "dehnung", "dehnen", "drehung", "drehungen", "schwünge", "schwung", "curls",
    "rudern", "pressen", "presse", "rollen", "roller", "tippen", "kicken", "scheibenwischer",
)  # fmt: skip
