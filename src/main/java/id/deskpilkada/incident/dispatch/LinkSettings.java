package id.deskpilkada.incident.dispatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param linkLife how long the link in a message to an agency opens its dispatch
 * @param guesses how many links that do not exist one network address may ask for before it has to wait; it gets as many again in an hour
 */
@ConfigurationProperties("desk.incidents")
record LinkSettings(@DefaultValue("48h") Duration linkLife, @DefaultValue("30") int guesses) {}
