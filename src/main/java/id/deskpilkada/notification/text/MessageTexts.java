package id.deskpilkada.notification.text;

import id.deskpilkada.notification.Message;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts templates and arguments together, in Indonesian: what somebody was told is kept as it was told. */
@Component
public class MessageTexts {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final MessageSource source;

    MessageTexts(MessageSource source) {
        this.source = source;
    }

    /** @throws IllegalArgumentException for a template without texts */
    public MessageText of(Message message) {
        var key = "notification." + message.template();
        var arguments = message.arguments().toArray();
        var subject = oneLine(text(key + ".subject", arguments));
        var brief = oneLine(text("notification.sender") + ": " + text(key + ".short", arguments));
        var full = clean(text(key + ".long", arguments));
        return message.votes()
                ? new MessageText(
                        subject, brief + " " + text("notification.votes.short"), full + "\n\n" + text("disclaimer"))
                : new MessageText(subject, brief, full);
    }

    /** The same, said of a practice: marked from the first character, also in an SMS. */
    public MessageText ofPractice(MessageText text) {
        var mark = text("notification.practice") + " ";
        return new MessageText(mark + text.subject(), mark + text.brief(), mark + text.full());
    }

    /** Who these messages come from; says SIMULASI in the demo. */
    public String sender() {
        return text("notification.sender");
    }

    public String text(String key, Object... arguments) {
        var found = source.getMessage(key, arguments, null, INDONESIAN);
        if (found == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return found;
    }

    private static String oneLine(String text) {
        return clean(text).replaceAll("\\s+", " ").strip();
    }

    /** Line breaks and visible characters only. */
    private static String clean(String text) {
        var kept = new StringBuilder(text.length());
        for (var line : List.of(text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1))) {
            line.codePoints().filter(code -> !Character.isISOControl(code)).forEach(kept::appendCodePoint);
            kept.append('\n');
        }
        return kept.toString().strip();
    }
}
