package id.deskpilkada.notification.channel;

import id.deskpilkada.notification.ChannelCode;
import jakarta.mail.MessagingException;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** E-mail by SMTP. Every attempt carries the same Message-ID, so that most mail systems show a repeat once. */
@Component
class EmailChannel implements Channel {

    private final EmailSettings settings;
    private final Letters letters;
    private final JavaMailSenderImpl mail;

    EmailChannel(EmailSettings settings, Letters letters) {
        this.settings = settings;
        this.letters = letters;
        this.mail = sender(settings);
    }

    @Override
    public ChannelCode code() {
        return ChannelCode.EMAIL;
    }

    @Override
    public boolean ready() {
        return settings.complete();
    }

    @Override
    public Patience patience() {
        return settings.patience();
    }

    @Override
    public String hand(Outgoing message) throws NotTaken {
        try {
            var letter = letters.write(mail.getSession(), message);
            mail.send(letter);
            return letter.getMessageID();
        } catch (MessagingException e) {
            throw NotTaken.forGood("MAIL_UNWRITABLE", e.getMessage());
        } catch (MailException e) {
            throw MailFailures.read(e);
        }
    }

    private static JavaMailSenderImpl sender(EmailSettings settings) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setDefaultEncoding("UTF-8");
        if (!settings.username().isBlank()) {
            sender.setUsername(settings.username());
            sender.setPassword(settings.password());
        }
        sender.setJavaMailProperties(properties(settings));
        return sender;
    }

    private static Properties properties(EmailSettings settings) {
        var millis = Long.toString(settings.timeout().toMillis());
        var properties = new Properties();
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(!settings.username().isBlank()));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(settings.ssl()));
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.startTls() && !settings.ssl()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        return properties;
    }
}
