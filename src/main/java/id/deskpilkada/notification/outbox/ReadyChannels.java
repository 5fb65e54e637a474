package id.deskpilkada.notification.outbox;

import id.deskpilkada.notification.ChannelCode;
import id.deskpilkada.notification.channel.Channel;
import java.util.List;
import org.springframework.stereotype.Component;

/** The channels that this installation has set up. */
@Component
public class ReadyChannels {

    private final List<Channel> channels;

    ReadyChannels(List<Channel> channels) {
        this.channels = List.copyOf(channels);
    }

    /** Outward ones only. */
    public List<ChannelCode> ready() {
        return channels.stream()
                .filter(Channel::ready)
                .map(Channel::code)
                .filter(ChannelCode.outward()::contains)
                .toList();
    }

    /** Those that may still hold messages, also when they are no longer set up. */
    List<Channel> all() {
        return channels;
    }
}
