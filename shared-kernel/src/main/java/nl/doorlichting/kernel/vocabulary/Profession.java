package nl.doorlichting.kernel.vocabulary;

/**
 * What somebody who takes part in a training does for a living. Source: docs/design/vocabulary.md#trainings; policy
 * review 25.1, lines 334 and 498.
 */
public enum Profession implements CodedValue {
    EDUCATION(new Wording(
            "onderwijs", "education", "Wie lesgeeft of op een school werkt.", "Those who teach or work at a school.")),
    YOUTH_WORK(new Wording(
            "jongerenwerk",
            "youth work",
            "Wie met jongeren werkt buiten school.",
            "Those who work with young people outside school.")),
    SOCIAL_WORK(new Wording(
            "maatschappelijk werk",
            "social work",
            "Wie mensen of gezinnen in hun dagelijks leven bijstaat.",
            "Those who assist people or families in their daily lives.")),
    HEALTH_CARE(new Wording(
            "zorg",
            "health care",
            "Wie in de lichamelijke of geestelijke zorg werkt.",
            "Those who work in physical or mental health care.")),
    POLICE(new Wording("politie", "police", "Wie bij de politie werkt.", "Those who work for the police.")),
    JUSTICE(new Wording(
            "justitie en reclassering",
            "justice and probation",
            "Wie bij het openbaar ministerie, een gevangenis of de reclassering werkt.",
            "Those who work for the prosecution, a prison or the probation service.")),
    MUNICIPALITY(new Wording(
            "gemeente",
            "municipality",
            "Wie bestuurt of werkt bij een gemeente.",
            "Those who govern or work for a municipality.")),
    NATIONAL_GOVERNMENT(new Wording(
            "rijksoverheid",
            "national government",
            "Wie bij een ministerie of een dienst van het rijk werkt.",
            "Those who work for a ministry or an agency of the state.")),
    COMMUNITY_ORGANISATION(new Wording(
            "maatschappelijke organisatie",
            "community organisation",
            "Wie werkt of vrijwilliger is bij een organisatie van burgers.",
            "Those who work or volunteer for an organisation of citizens.")),
    STUDENT(new Wording("student", "student", "Wie voor een beroep leert.", "Those who learn for a profession.")),
    OTHER(new Wording(
            "ander beroep",
            "other profession",
            "Wie een beroep heeft dat hier niet genoemd is.",
            "Those whose profession is not named here."));

    private final Wording wording;

    Profession(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
