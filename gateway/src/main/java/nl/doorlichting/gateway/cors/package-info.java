/** Which pages of other origins a browser lets read the API. */
package nl.doorlichting.gateway.cors;
