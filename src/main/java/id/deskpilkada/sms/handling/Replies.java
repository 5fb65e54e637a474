package id.deskpilkada.sms.handling;

import id.deskpilkada.platform.Messages;
import org.springframework.stereotype.Component;

/** What senders are told, in Indonesian and in one SMS with the name of the desk before it and, where there are votes, the disclaimer behind it. */
@Component
class Replies {

    /** 160 less the sender and the disclaimer. */
    static final int LONGEST_WITH_VOTES = 113;

    static final int LONGEST = 144;

    private final Messages messages;

    Replies(Messages messages) {
        this.messages = messages;
    }

    String text(String code, Object... arguments) {
        return cut(messages.text("sms.reply." + code, arguments), LONGEST);
    }

    String withVotes(String code, Object... arguments) {
        return cut(messages.text("sms.reply." + code, arguments), LONGEST_WITH_VOTES);
    }

    /** The same reply, told apart from those that count. */
    String ofPractice(String reply, boolean votes) {
        var mark = word("practice");
        return reply.startsWith(mark) ? reply : cut(mark + " " + reply, votes ? LONGEST_WITH_VOTES : LONGEST);
    }

    String word(String key, Object... arguments) {
        return messages.text("sms." + key, arguments);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = text.lastIndexOf(' ', longest - 3);
        return text.substring(0, end > longest / 2 ? end : longest - 3) + "...";
    }
}
