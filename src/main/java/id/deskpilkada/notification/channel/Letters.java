package id.deskpilkada.notification.channel;

import id.deskpilkada.notification.text.MessageTexts;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Writes a message as an e-mail: plain text and the same as simple HTML. */
@Component
class Letters {

    private final EmailSettings settings;
    private final MessageTexts texts;
    private final Links links;

    Letters(EmailSettings settings, MessageTexts texts, Links links) {
        this.settings = settings;
        this.texts = texts;
        this.links = links;
    }

    MimeMessage write(Session session, Outgoing message) throws MessagingException, NotTaken {
        var letter = new NamedLetter(session, messageId(message));
        var helper = new MimeMessageHelper(letter, true, "UTF-8");
        helper.setTo(address(message.address()));
        try {
            helper.setFrom(settings.from(), texts.sender());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        helper.setSubject((message.repeated() ? texts.text("notification.repeat.subject") + " " : "") + texts.sender()
                + ": " + message.subject());
        var body = body(message);
        helper.setText(body, html(body));
        for (var file : message.attachments()) {
            helper.addAttachment(file.name(), new ByteArrayResource(file.content()), file.mediaType());
        }
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("Content-Language", "id");
        return letter;
    }

    private InternetAddress address(String written) throws NotTaken {
        try {
            var address = new InternetAddress(written.strip(), true);
            if (!address.getAddress().contains("@")) {
                throw NotTaken.forGood("WRONG_EMAIL_ADDRESS", written);
            }
            return address;
        } catch (AddressException e) {
            throw NotTaken.forGood("WRONG_EMAIL_ADDRESS", written);
        }
    }

    private String messageId(Outgoing message) {
        var from = settings.from();
        return "<" + message.id() + "@" + from.substring(from.indexOf('@') + 1) + ">";
    }

    private String body(Outgoing message) {
        var body = new StringBuilder(texts.text("notification.greeting", message.name())).append("\n\n");
        if (message.repeated()) {
            body.append(texts.text("notification.repeat.long")).append("\n\n");
        }
        body.append(message.full());
        links.whole(message.link()).ifPresent(link -> body.append("\n\n").append(link));
        return body.append("\n\n-- \n")
                .append(texts.text("notification.footer"))
                .toString();
    }

    private static String html(String body) {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"id\"><body>");
        for (var paragraph : body.split("\n\n")) {
            html.append("<p>").append(paragraph(paragraph)).append("</p>");
        }
        return html.append("</body></html>").toString();
    }

    private static String paragraph(String text) {
        var safe = HtmlUtils.htmlEscape(text).replace("\n", "<br>");
        return text.matches("https?://\\S+") ? "<a href=\"" + safe + "\">" + safe + "</a>" : safe;
    }

    /** Keeps the name it was given, where the library would make a new one at each attempt. */
    private static final class NamedLetter extends MimeMessage {

        private final String id;

        NamedLetter(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
