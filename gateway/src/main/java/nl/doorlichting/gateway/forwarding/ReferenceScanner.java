package nl.doorlichting.gateway.forwarding;

/** Finds values in a body while its bytes pass, without keeping the body. */
interface ReferenceScanner {
    /** Longer values are no references, and are left to the service. */
    int LONGEST = 200;

    /** What is done with each value. */
    interface Found {
        /** @param line of the row in the body, from 1 */
        void value(String field, String value, long line);
    }

    void read(byte[] part);

    void end();
}
