/** Uploads and downloads of files: the form, the check of the content, the name, the quota and the store. */
package nl.doorlichting.platform.documents;
