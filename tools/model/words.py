"""Words of diplomacy and conflict that stand in for other words of the same kind in training sentences."""

# ruff: noqa: SIM905 - lists of words read better as running text

# verbs that take an object
TRANSITIVE = """
attack bomb shell target intercept condemn denounce criticize blame praise welcome reject accept support back
endorse oppose sanction punish threaten pressure invite visit host receive greet congratulate thank summon expel
recall deport extradite detain arrest release jail kill wound injure assassinate execute torture abduct capture
seize occupy annex invade besiege blockade evacuate liberate recapture surround defend protect guard arm equip
train fund finance sponsor supply deliver transfer export import smuggle deploy mobilize station redeploy launch
fire test enrich develop produce violate breach respect implement sign ratify negotiate mediate broker conclude
suspend cancel resume postpone restore sever normalize strengthen deepen expand boost bolster undermine weaken
destabilize escalate ease lift impose tighten extend renew propose approve adopt discuss address review raise
announce declare reveal disclose confirm deny reaffirm reiterate stress emphasize underline assess probe
investigate monitor inspect verify brief consult recognize appoint nominate replace dismiss sack elect oust topple
disband dissolve disarm dismantle destroy damage demolish reconstruct repatriate resettle displace shelter aid
assist help provide grant allocate pledge donate confiscate block restrict halt end prevent counter combat foil
thwart neutralize ambush storm raid search hijack board escort harass pursue coordinate warn urge call mock
ridicule accuse suspect outline convey exchange exploit facilitate hinder obstruct resist abandon retain acquire
purchase obtain manufacture conceal encircle devastate fuel trigger spark inflame reassure alarm anger frustrate
isolate marginalize legitimize ignore defy flout enforce oversee govern rule administer fortify reinforce penetrate
infiltrate bombard pound strafe evict uproot massacre slaughter murder poison silence prosecute sentence acquit
pardon charge indict
""".split()

# verbs that need no object
INTRANSITIVE = """
arrive depart travel return resign retire surrender retreat advance escalate intensify deteriorate erupt collapse
continue persist resume expire march protest demonstrate gather convene negotiate cooperate collaborate clash fight
die explode detonate crash land deploy withdraw comply retaliate respond react intervene interfere abstain vote
agree disagree apologize hesitate emerge fail succeed coincide happen occur vanish flourish linger loom mount
dwindle subside surge soar decline worsen improve resonate waver mutiny riot assemble mingle converge disperse
regroup
""".split()

# common nouns, singular
NOUNS_OF_NEWS = """
ceasefire airstrike embargo delegation warhead centrifuge missile drone rocket convoy outpost checkpoint border
frontier treaty agreement accord pact deal summit meeting conference negotiation envoy diplomat minister president
commander militia army brigade battalion regiment garrison base airport port embassy consulate parliament cabinet
government opposition regime coalition alliance faction party movement protest strike siege offensive operation
raid ambush attack assault bombing explosion clash incursion invasion occupation withdrawal truce crisis conflict
war threat statement communique resolution sanction tariff pipeline refinery tanker vessel frigate warship
submarine jet helicopter tank howitzer mortar grenade weapon arsenal stockpile programme program facility reactor
inspector investigation tribunal verdict refugee prisoner hostage detainee militant insurgent rebel fighter soldier
officer general spokesman official source analyst expert lawmaker senator ambassador mediator negotiator ally rival
adversary neighbour partner shipment delivery loan aid package budget currency oil gas election referendum ballot
constitution decree ban curfew
""".split()

# adjectives
ADJECTIVES_OF_NEWS = """
bilateral multilateral diplomatic military nuclear ballistic strategic regional national foreign domestic political
economic humanitarian civilian armed joint mutual unilateral temporary permanent interim hostile provocative
illegal unlawful legitimate sovereign independent occupied disputed coastal northern southern eastern western
senior top deputy former retired outgoing incoming exiled anonymous prominent influential hardline moderate
conservative radical extremist sectarian ethnic tribal secular Islamic naval aerial covert clandestine overt
precise lethal deadly fragile tense volatile imminent
""".split()

# the last letter of these is doubled before -ed and -ing
DOUBLED = frozenset({"acquit", "expel", "transfer"})
IRREGULAR = {
    ("fight", "ed"): "fought",
    ("withdraw", "ed"): "withdrew",
    ("oversee", "ed"): "overseen",
    ("die", "ing"): "dying",
}


def inflect(verb: str, tag: str) -> str:
    """Return the form of a listed verb for a PTB tag; past tense and participle are not told apart."""
    ending = {"VBZ": "s", "VBD": "ed", "VBN": "ed", "VBG": "ing"}.get(tag, "")
    return IRREGULAR.get((verb, ending)) or _with_ending(verb, ending)


def _with_ending(verb: str, ending: str) -> str:
    if not ending:
        return verb
    if ending == "s":
        return plural(verb)
    if verb in DOUBLED:
        verb += verb[-1]
    if ending == "ed" and verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + ending
    return verb + ending


def plural(word: str) -> str:
    """Return the regular form in -s of a noun or verb."""
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")
