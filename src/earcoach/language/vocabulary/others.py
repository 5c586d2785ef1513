"""The commonest words of languages that are not understood, so that one can say which it is."""

OTHERS: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "French": "le la les des du un une et est avec pour dans sur chaque fois séries "
        "répétitions pendant puis jambe côté repos au aux en vous votre secondes",
        "Spanish": "el los las del un una y con para por cada veces series repeticiones segundos "
        "pierna lado descanso luego en su tu durante entre al",
        "Italian": "il lo gli le della un una e con per ogni volte serie ripetizioni secondi gamba "
        "lato riposo poi nel sul tra di che alla",
        "Portuguese": "o os as do da um uma e com para por cada vezes séries repetições segundos "
        "perna lado descanso depois em seu durante entre ao",
        "Dutch": "het een en met voor op elke keer herhalingen seconden been kant rust dan "
        "jouw tussen naar van de aan niet",
        "Polish": "i w na z do się każda serie powtórzeń sekund nogi strona przerwa po przez oraz "
        "nie jest od lub każdą razy",
        "Swedish": "och en ett med för på varje gånger repetitioner sekunder ben sida vila "
        "sedan du din mellan till av att den",
    }.items()
}
