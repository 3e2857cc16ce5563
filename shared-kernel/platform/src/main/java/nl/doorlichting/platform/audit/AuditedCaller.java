package nl.doorlichting.platform.audit;

/**
 * Who acted, and from which network.
 *
 * @param actor subject of the token
 * @param client the program that the token was given to; null if the token does not name it
 * @param roles the known roles in the token, separated by spaces
 * @param organisation number of the organisation acted for; null for staff
 * @param network the network that the request came from, such as {@code 192.0.2.0/24}: never the address of a machine
 */
public record AuditedCaller(String actor, String client, String roles, String organisation, String network) {}
