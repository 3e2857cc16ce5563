/** How request bodies are read: their size, their speed, JSON and merge patches. */
package nl.doorlichting.platform.bodies;
