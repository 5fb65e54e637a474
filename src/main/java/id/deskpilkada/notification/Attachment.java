package id.deskpilkada.notification;

/**
 * A file that goes along by e-mail; other channels leave it out.
 *
 * @param mediaType e.g. {@code application/pdf}
 */
public record Attachment(String name, String mediaType, byte[] content) {}
