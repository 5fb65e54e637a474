package id.deskpilkada.platform.chain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last link of each district's chain. */
@Component
class Heads {

    private final JdbcClient jdbc;

    Heads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Head(String districtArea, long length, byte[] hash) {

        static Head ofNothing(String districtArea) {
            return new Head(districtArea, 0, Link.beginning(districtArea));
        }
    }

    Map<String, Head> all(Chain chain) {
        var heads = new HashMap<String, Head>();
        jdbc.sql("SELECT district_area, length, hash FROM " + chain.heads())
                .query((row, number) ->
                        new Head(row.getString("district_area"), row.getLong("length"), row.getBytes("hash")))
                .list()
                .forEach(head -> heads.put(head.districtArea(), head));
        return heads;
    }

    void put(Chain chain, Collection<Head> heads) {
        for (var head : heads) {
            jdbc.sql(
                            """
                            INSERT INTO %s (district_area, length, hash) VALUES (?, ?, ?)
                            ON CONFLICT (district_area) DO UPDATE SET length = excluded.length, hash = excluded.hash
                            """
                                    .formatted(chain.heads()))
                    .params(head.districtArea(), head.length(), head.hash())
                    .update();
        }
    }
}
