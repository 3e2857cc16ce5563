/** Uploads and downloads of files: the form, the check of the content, the name and the quota. */
package nl.doorlichting.platform.documents;
