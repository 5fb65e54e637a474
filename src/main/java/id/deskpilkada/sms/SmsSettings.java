package id.deskpilkada.sms;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How SMS are taken and worked off.
 *
 * @param enabled whether this node works them off by itself
 * @param poll how often it looks for those that other nodes stored
 * @param perNumber messages of one number in an hour; the gateway is asked to come again with more
 * @param perGateway messages of one gateway in a minute
 * @param repliesPerNumber replies to one number in an hour, so that two machines do not talk to each other for ever
 * @param maxAttempts technical failures after which a message is left to the desk
 * @param answerWithin how long a question to the sender stands
 * @param number to which SMS are sent, as it stands on the cards; empty when it is not told
 */
@ConfigurationProperties("desk.sms")
public record SmsSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("200") int perNumber,
        @DefaultValue("1200") int perGateway,
        @DefaultValue("120") int repliesPerNumber,
        @DefaultValue("8") int maxAttempts,
        @DefaultValue("3h") Duration answerWithin,
        @DefaultValue("") String number) {

    /** The name of this work for the database. */
    public static final String WORK = "sms";
}
