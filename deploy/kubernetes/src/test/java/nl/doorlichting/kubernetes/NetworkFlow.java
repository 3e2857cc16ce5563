package nl.doorlichting.kubernetes;

/** A flow from a peer to a port of another (with the protocol where it is not TCP: 53/UDP). */
record NetworkFlow(String from, String to, String port) implements Comparable<NetworkFlow> {

    @Override
    public int compareTo(NetworkFlow other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return from + " -> " + to + " : " + port;
    }
}
