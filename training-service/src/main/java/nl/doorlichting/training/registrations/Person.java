package nl.doorlichting.training.registrations;

/** Name and e-mail in the clear; its text says nothing, so that no log can. */
record Person(String name, String email) {
    /** Nobody: nothing is known, not shown, or erased. */
    static final Person UNKNOWN = new Person(null, null);

    @Override
    public String toString() {
        return "Person[]";
    }
}
