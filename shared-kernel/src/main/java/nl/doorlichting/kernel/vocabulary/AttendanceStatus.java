package nl.doorlichting.kernel.vocabulary;

/** What a roll call said of somebody. Source: docs/design/vocabulary.md#trainings. */
public enum AttendanceStatus implements CodedValue {
    PRESENT(new Wording("aanwezig", "present", "Was er.", "Was there.")),
    ABSENT(new Wording("afwezig", "absent", "Was er niet, zonder bericht.", "Was not there, without notice.")),
    EXCUSED(new Wording(
            "verhinderd", "excused", "Was er niet, met bericht vooraf.", "Was not there, and had said so."));

    private final Wording wording;

    AttendanceStatus(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
