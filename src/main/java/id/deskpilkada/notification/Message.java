package id.deskpilkada.notification;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell somebody. Built as {@code Message.of("late-report", district, slot).to(Recipient.staff(id)).about(occasion, area)}.
 *
 * @param template its texts stand in the message bundles under {@code notification.<template>.subject}, {@code .short} (one SMS) and {@code .long}
 * @param arguments of the texts; never a secret, for messages are kept and gateways read them
 * @param occasion what the message is about, unique: the same occasion is told to the same recipient once, however often it is sent
 * @param area digits of the region or TPS it concerns
 * @param urgent goes out on all channels at once instead of on the first that takes it
 * @param link path of a page of ours ({@code /desk/kejadian/12}) or an {@code https} address
 * @param channels tried in this order, one after the other, whatever the recipient prefers; empty: as the recipient prefers
 * @param votes whether the texts carry votes, so that the disclaimer must stand below them
 * @param roundId the round that it is about: what is said of a practice begins with [LATIHAN] and stays in the house
 * @param forRecipientOnly whether nobody else reads what it says: lists of messages show that it was sent
 */
public record Message(
        String template,
        List<Object> arguments,
        @Nullable Recipient recipient,
        String occasion,
        String area,
        boolean urgent,
        @Nullable String link,
        List<ChannelCode> channels,
        List<Attachment> attachments,
        boolean votes,
        @Nullable Long roundId,
        boolean forRecipientOnly) {

    private static final Pattern LINK = Pattern.compile("(/[^/\\\\\\s]\\S*|/|https://\\S+)");

    public Message {
        arguments = List.copyOf(arguments);
        channels = List.copyOf(channels);
        attachments = List.copyOf(attachments);
        if (link != null && !LINK.matcher(link).matches()) {
            throw new IllegalArgumentException("neither a path of ours nor an https address");
        }
    }

    public static Message of(String template, Object... arguments) {
        return new Message(
                template, List.of(arguments), null, "", "", false, null, List.of(), List.of(), false, null, false);
    }

    public Message to(Recipient someone) {
        return but(draft -> draft.recipient = someone);
    }

    public Message about(String uniqueOccasion, String inArea) {
        return but(draft -> {
            draft.occasion = uniqueOccasion;
            draft.area = inArea;
        });
    }

    public Message urgently() {
        return but(draft -> draft.urgent = true);
    }

    public Message linking(String toPage) {
        return but(draft -> draft.link = toPage);
    }

    public Message by(ChannelCode... inThisOrder) {
        return but(draft -> draft.channels = List.of(inThisOrder));
    }

    public Message with(Attachment... files) {
        return but(draft -> draft.attachments = List.of(files));
    }

    public Message carryingVotes() {
        return but(draft -> draft.votes = true);
    }

    /** To be said of what somebody may not know before they have looked for themselves, e.g. figures that are still to be verified. */
    public Message forRecipientOnly(boolean only) {
        return but(draft -> draft.forRecipientOnly = only);
    }

    /** To be said of whatever belongs to a round. */
    public Message ofRound(long id) {
        return but(draft -> draft.roundId = id);
    }

    private Message but(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return new Message(
                template,
                arguments,
                draft.recipient,
                draft.occasion,
                draft.area,
                draft.urgent,
                draft.link,
                draft.channels,
                draft.attachments,
                draft.votes,
                draft.roundId,
                draft.forRecipientOnly);
    }

    /** What may be said of a message after its text. */
    private static final class Draft {

        private @Nullable Recipient recipient;
        private String occasion;
        private String area;
        private boolean urgent;
        private @Nullable String link;
        private List<ChannelCode> channels;
        private List<Attachment> attachments;
        private boolean votes;
        private @Nullable Long roundId;
        private boolean forRecipientOnly;

        Draft(Message so) {
            recipient = so.recipient;
            occasion = so.occasion;
            area = so.area;
            urgent = so.urgent;
            link = so.link;
            channels = so.channels;
            attachments = so.attachments;
            votes = so.votes;
            roundId = so.roundId;
            forRecipientOnly = so.forRecipientOnly;
        }
    }
}
