package id.deskpilkada.notification.text;

/**
 * What a message says.
 *
 * @param subject one line
 * @param brief for SMS and the like
 * @param full for e-mail and inbox: paragraphs, separated by line breaks
 */
public record MessageText(String subject, String brief, String full) {}
