#!/usr/bin/env bash
# DuckDB 1.5.5.1 (duckdb_jdbc): median and quantile_cont of DECIMAL cut the digits that the column's scale has no room for.
#
# Data: the amounts 1.10, 1.15, 1.20, 1.26 as DECIMAL(6, 2), whose median lies half way between 1.15 and 1.20.
# Expected: 1.175, as avg answers with a DOUBLE; or at least the neighbour that round(1.175, 2) gives, 1.18
# Seen:     1.17 from both: neither exact nor rounded. The same amounts as DOUBLE give 1.175
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy -Dartifact=org.duckdb:duckdb_jdbc:1.5.5.1 -DoutputDirectory=. > /dev/null
cat > Finding.java <<'JAVA'
import java.sql.*;

class Finding {
    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT median(x), quantile_cont(x, 0.5), round(1.175, 2), round(median(x::DOUBLE), 9)"
                        + " FROM (VALUES (1.10::DECIMAL(6, 2)), (1.15), (1.20), (1.26)) v(x)")) {
            row.next();
            System.out.println(row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getString(4));
        }
    }
}
JAVA
seen=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp duckdb_jdbc-1.5.5.1.jar Finding.java 2> /dev/null)
echo "median, quantile_cont, round(1.175, 2), median of doubles: $seen"
[ "$seen" = "1.17 1.17 1.18 1.175" ]
