/** Compression of answers for clients that accept it. */
package nl.doorlichting.gateway.compression;
