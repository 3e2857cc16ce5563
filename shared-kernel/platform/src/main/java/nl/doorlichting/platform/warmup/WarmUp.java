package nl.doorlichting.platform.warmup;

/**
 * What an everyday request does, for Java to load and compile its code before the first one comes. It changes nothing, and
 * needs no caller. A bean of this type is run again and again while the application starts.
 */
public interface WarmUp {
    /** Does the work once. After a failure it is not done again, for example because there is no database yet. */
    void once() throws Exception;
}
