/** What services state about the quality of their data, so that the gateway can hold it together. */
package nl.doorlichting.api.quality;
