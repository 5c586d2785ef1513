"""What movements and positions are called in German: the words that names of exercises have."""

from earcoach.language.vocabulary.words import each_of

MOVEMENTS = each_of(
    # with weights, and of the body's own
    "dips klimmzug klimmzüge burpee burpees crunch crunches situp situps sit-up sit-ups push-up "
    "push-ups pull-up pull-ups squat squats lunge lunges bankdrücken butterfly fliegende "
    "kurzhantel hantelbank klappmesser planke planken plank superman käfer brücke brücken "
    "bergsteiger hampelmann hampelmänner hampelmännern kniehebelauf anfersen skippings "
    "strecksprünge hockstrecksprung "
    # on one's way
    "rudern joggen laufen gehen marschieren hüpfen springen schwimmen seilspringen seilhüpfen "
    "radfahren rad fahrrad ergometer crosstrainer laufband stepper treppensteigen sprint sprints "
    "boxen schattenboxen einlaufen auslaufen ausrollen traben "
    # of the joints, and of those who stay where they are
    "dehnen kreisen wippen kippen schaukeln schwingen strecken beugen drehen rotation abduktion "
    "adduktion flexion außenrotation innenrotation mobilisation mobilisierung mobilisieren "
    "massage entspannen atmen atmung beckenheben beckenkippen beinheben beinpresse armkreisen "
    "katze kuh katze-kuh hund krieger taube kobra baum dreieck sphinx frosch vierfüßler "
    "vierfüßlerstand kindposition kindhaltung sonnengruß standwaage tandemstand seitlage "
    "bauchlage rückenlage hocke"
)
MOVEMENT_ENDS = (
    "beuge", "beugen", "beuger", "heben", "hebe", "heber", "stütz", "stütze", "strecken",
    "strecker", "drücken", "ziehen", "züge", "zug", "kreisen", "kreisel", "schritt", "schritte",
    "schritten", "sprung", "sprünge", "sprüngen", "lauf", "läufe", "läufer", "laufen", "springen",
    "hüpfen", "steigen", "stand", "sitz", "hocke", "haltung", "dehnung", "dehnungen", "dehnen",
    "drehung", "drehungen", "neigung", "neigungen", "rotation", "rotationen", "schwünge", "schwung",
    "curls", "rudern", "pressen", "presse", "rollen", "roller", "rolling", "kippen", "wippen",
    "mobilisation", "mobilisierung", "tippen", "kicken", "klatschen", "scheibenwischer", "brücke",
    "massage",
)  # fmt: skip

BODY = each_of(
    "bein beine arm arme knie fuß füße zehen ferse fersen hüfte hüftbeuger wade waden "
    "oberschenkel oberschenkelvorderseite oberschenkelrückseite adduktoren po gesäß leiste "
    "schulter schultern nacken kinn ellbogen handgelenk hand hände finger brust rücken "
    "wirbelsäule becken bauch bizeps trizeps rumpf kopf"
)

SPORTS = {
    word: sport
    for sport, words in {
        "Laufen": "lauf laufen läufe läufer bahn fahrtspiel marathon steigerungen",
        "Schwimmen": "schwimmen schwimmbad schwimmtraining bahnen kraul",
        "Rudern": "rudern ruderergometer rudergerät",
        "Radfahren": "rad radfahren fahrrad rolle spinning",
    }.items()
    for word in words.split()
}
