package id.deskpilkada.tierreport.reading;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param withoutVotes user names of those who get reports without votes although their role may know them */
@ConfigurationProperties("desk.tier-reports")
record ReportSettings(@DefaultValue List<String> withoutVotes) {}
