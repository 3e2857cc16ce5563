package nl.doorlichting.platform.audit;

/**
 * Who acted, and from where.
 *
 * @param actor subject of the token
 * @param client the program that the token was given to; null when it does not say
 * @param roles the roles of ours that the token gave, separated by spaces
 * @param organisation number of the organisation acted for; null for staff
 * @param network the network that the request came from, such as {@code 192.0.2.0/24}: never the address of a machine
 */
public record AuditedCaller(String actor, String client, String roles, String organisation, String network) {}
