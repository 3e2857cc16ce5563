/** What responses carry besides their body: the version, ETags with If-Match, caching and security headers. */
package nl.doorlichting.platform.responses;
