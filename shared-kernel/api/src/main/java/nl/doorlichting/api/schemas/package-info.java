/** The schemas of the values of the domain in the contract. */
package nl.doorlichting.api.schemas;
