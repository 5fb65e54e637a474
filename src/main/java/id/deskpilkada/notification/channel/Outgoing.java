package id.deskpilkada.notification.channel;

import id.deskpilkada.notification.Attachment;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way through one channel.
 *
 * @param id of the message: the same at every attempt
 * @param address as the staff list gives it
 * @param name of the recipient
 * @param brief for SMS
 * @param full for e-mail
 * @param link path of ours, or a whole address
 * @param repeated an earlier attempt may have arrived: the text must say that it is a repeat
 */
public record Outgoing(
        UUID id,
        String address,
        String name,
        String subject,
        String brief,
        String full,
        @Nullable String link,
        boolean repeated,
        List<Attachment> attachments) {}
