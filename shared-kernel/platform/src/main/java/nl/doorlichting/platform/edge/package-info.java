/** What holds for every HTTP request before an operation is found: its first line, headers, path and connection. */
package nl.doorlichting.platform.edge;
