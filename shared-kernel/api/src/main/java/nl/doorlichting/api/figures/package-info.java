/** How figures appear at the door: the parameters of a question, the answers that services write and the gateway reads. */
package nl.doorlichting.api.figures;
