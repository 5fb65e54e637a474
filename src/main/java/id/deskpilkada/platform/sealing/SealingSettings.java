package id.deskpilkada.platform.sealing;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param secret of the values sealed from now on, at least 32 characters; empty: one is made in the data directory
 * @param formerSecrets of values sealed earlier, until all of them are sealed anew
 */
@ConfigurationProperties("desk.sealing")
record SealingSettings(@DefaultValue("") String secret, @DefaultValue List<String> formerSecrets) {}
