package id.deskpilkada.notification.channel;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** What a mail server's refusal means: 5xx is for good, 4xx is not yet, and a connection that broke in the middle leaves it open. */
final class MailFailures {

    private MailFailures() {}

    static NotTaken read(MailException failure) {
        if (failure instanceof MailAuthenticationException) {
            return NotTaken.yet("MAIL_SIGN_IN", null);
        }
        Throwable cause = failure;
        if (failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
            cause = sending.getMessageExceptions()[0];
        }
        for (@Nullable Throwable at = cause; at != null; at = next(at)) {
            var known = known(at);
            if (known != null) {
                return known;
            }
        }
        return NotTaken.perhaps("MAIL_BROKEN_OFF", cause.getMessage());
    }

    private static @Nullable NotTaken known(Throwable failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return answered(address.getReturnCode(), "MAIL_ADDRESS_REFUSED", address.getMessage());
        }
        if (failure instanceof SMTPSendFailedException sending
                && !(sending.getNextException() instanceof SMTPAddressFailedException)) {
            return answered(sending.getReturnCode(), "MAIL_REFUSED", sending.getMessage());
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return answered(sender.getReturnCode(), "MAIL_REFUSED", sender.getMessage());
        }
        if (failure instanceof AuthenticationFailedException) {
            return NotTaken.yet("MAIL_SIGN_IN", null);
        }
        if (failure instanceof MailConnectException || isNotConnected(failure)) {
            return NotTaken.yet("MAIL_UNREACHABLE", failure.getMessage());
        }
        return null;
    }

    private static boolean isNotConnected(Throwable failure) {
        var text = String.valueOf(failure.getMessage());
        return failure instanceof MessagingException
                && !(failure instanceof SendFailedException)
                && (text.startsWith("Could not connect")
                        || text.startsWith("Unknown SMTP host")
                        || text.startsWith("Couldn't connect")
                        || text.startsWith("STARTTLS is required"));
    }

    private static NotTaken answered(int code, String reason, @Nullable String text) {
        return code >= 500 ? NotTaken.forGood(reason, text) : NotTaken.yet(reason, text);
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : failure.getCause();
    }
}
