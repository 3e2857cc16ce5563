package nl.doorlichting.kernel.vocabulary;

/**
 * A value of an enumeration that the API shows: its constant's name is the code in JSON and in the database, and it says
 * itself what it means, so that the codelist served and the code that decides cannot drift apart. For enums only.
 */
public interface CodedValue {

    /** The constant's name, given by the enum. */
    String name();

    /** The constant's place, from 0, given by the enum. */
    int ordinal();

    Wording wording();

    default String code() {
        return name();
    }

    default String labelDutch() {
        return wording().labelDutch();
    }

    default String labelEnglish() {
        return wording().labelEnglish();
    }

    default String definitionDutch() {
        return wording().definitionDutch();
    }

    default String definitionEnglish() {
        return wording().definitionEnglish();
    }

    /** Where it stands in lists, from 1. */
    default int order() {
        return ordinal() + 1;
    }
}
