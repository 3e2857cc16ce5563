package nl.doorlichting.kubernetes;

/** From whom to whom, to which port (with its protocol where that is not TCP: 53/UDP). */
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
