/** Which version runs, from which commit. */
package nl.doorlichting.platform.version;
