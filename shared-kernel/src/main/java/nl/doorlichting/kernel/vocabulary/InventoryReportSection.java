package nl.doorlichting.kernel.vocabulary;

/** The parts of an inventory report that a reviewer can remark on. */
public enum InventoryReportSection implements CodedValue {
    PROJECTS(new Wording(
            "projecten",
            "projects",
            "Over welke projecten het gaat, met hun feiten.",
            "Which projects it is about, with their facts.")),
    INTRODUCTION(new Wording(
            "inleiding",
            "introduction",
            "Wat het project is en waarom het er kwam.",
            "What the project is and why it came about.")),
    BEFORE_THE_START(new Wording(
            "voor de start",
            "before the start",
            "Betrokkenheid, draagvlak en samenwerking vooraf.",
            "Involvement, support and cooperation beforehand.")),
    START_AND_SET_UP(new Wording(
            "start en opzet",
            "start and set-up",
            "Doelgroep, beschreven risicofactoren, organisatie en verantwoording van de aanpak.",
            "Target group, described risk factors, organisation and account of the approach.")),
    OUTCOMES(new Wording(
            "uitkomsten",
            "outcomes",
            "Producten, realisatie tegenover begroting, monitoring en zelfevaluatie.",
            "Products, realisation against budget, monitoring and self-evaluation.")),
    GOAL_ATTAINMENT(new Wording(
            "doelbereiking",
            "goal attainment",
            "Of het doel is bereikt; iets anders dan hoeveel mensen.",
            "Whether the goal was attained, which is not how many people were.")),
    REACH(new Wording(
            "bereik", "reach", "Wie en hoeveel mensen zijn bereikt.", "Who and how many people were reached.")),
    LESSONS(new Wording(
            "lessen",
            "lessons",
            "Gebleken risicofactoren, wat te doen en wat te laten.",
            "Risk factors that showed, what to do and what not to.")),
    EMBEDDING(new Wording(
            "borging", "embedding", "Of en waar het werk blijft bestaan.", "Whether and where the work goes on.")),
    SOURCES(new Wording(
            "bronnen",
            "sources",
            "Documenten, vragenlijsten en interviews.",
            "Documents, questionnaires and interviews."));

    private final Wording wording;

    InventoryReportSection(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
