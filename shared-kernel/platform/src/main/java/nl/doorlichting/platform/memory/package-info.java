/** How much memory a process takes. */
package nl.doorlichting.platform.memory;
