package nl.doorlichting.kernel.vocabulary;

/**
 * What is done with the money. Source: docs/design/vocabulary.md#programme; policy review 25.1, question 7, lines
 * 246-264.
 */
public enum InterventionType implements CodedValue {
    KNOWLEDGE_BUILDING(new Wording(
            "kennisopbouw",
            "knowledge building",
            "Onderzoeken wat er speelt en wat helpt.",
            "Finding out what is going on and what helps.")),
    KNOWLEDGE_EXCHANGE(new Wording(
            "kennisuitwisseling",
            "knowledge exchange",
            "Gemeenten en vakmensen van elkaar laten leren.",
            "Letting municipalities and professionals learn from each other.")),
    AWARENESS(new Wording(
            "bewustzijnsverhoging",
            "awareness",
            "Vakmensen risico's en signalen leren herkennen.",
            "Teaching professionals to recognise risks and signals.")),
    NETWORK_BUILDING(new Wording(
            "netwerkvorming",
            "network building",
            "Partijen bij elkaar brengen die elkaar nodig hebben.",
            "Bringing together parties that need each other.")),
    INFORMATION_MANAGEMENT_SUPPORT(new Wording(
            "steun bij de informatiehuishouding",
            "information management support",
            "Helpen inrichten van meldpunten en overleg over casussen.",
            "Helping to set up reporting points and case consultation.")),
    INDIVIDUAL_INTERVENTION(new Wording(
            "interventie bij personen en groepen",
            "individual intervention",
            "Trajecten en weerbaarheidstraining voor bepaalde mensen of groepen.",
            "Trajectories and resilience training for given people or groups.")),
    GENERAL_EDUCATION(new Wording(
            "algemene educatie",
            "general education",
            "Lessen en ontmoetingen voor brede groepen, vooral op school.",
            "Lessons and encounters for broad groups, mostly at school."));

    private final Wording wording;

    InterventionType(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
