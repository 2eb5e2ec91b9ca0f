package compare

import (
	"fmt"
	"strings"
	"testing"
)

func say(cs []Comparison) string {
	var out []string
	for _, c := range cs {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %g>%g", c.Kind, c.Before, c.After)))
	}
	return strings.Join(out, ", ")
}

func TestComparisons(t *testing.T) {
	for text, want := range map[string]string{
		"sitting tolerance rose from 20 to 45 minutes":                        "time 20>45",
		"sitting tolerance has gone from 15 minutes to 45 minutes":            "time 15>45",
		"she can sit for an hour, before she could sit for 20 minutes":        "time 20>60",
		"he now walks four blocks, where he could walk only one":              "distance 300>1200",
		"she can drive for an hour, before it 15 minutes":                     "time 15>60",
		"able to lift 20 lbs compared to 10 lbs before":                       "weight 10>20",
		"lifting capacity: 10 lbs before, 25 lbs now":                         "weight 10>25",
		"sitting 20 min -> 45 min":                                            "time 20>45",
		"from no lifting over 10 pounds to no lifting over 25 pounds":         "weight 10>25",
		"sleeps 6 hours instead of 3":                                         "time 180>360",
		"he could sit 15 minutes in january and sits 40 minutes today":        "time 15>40",
		"walking is down to one block from four":                              "distance 1200>300",
		"sitting tolerance decreased from 45 to 20 minutes":                   "time 45>20",
		"climbs two flights of stairs, previously none":                       "climb 0>24",
		"walks 30 minutes (was 10)":                                           "time 10>30",
		"half an hour of standing, up from ten minutes":                       "time 10>30",
		"sitting improved by 20 minutes":                                      "time 0>20",
		"one ibuprofen a day instead of three":                                "doses 3>1",
		"tramadol 3/day before, 1/day now":                                    "doses 3>1",
		"norco from 4 to 2 tablets a day":                                     "doses 4>2",
		"norco use is down from six to two tablets daily":                     "doses 6>2",
		"norco 10 mg was lowered to 5 mg":                                     "strength 10>5",
		"norco: 90 tablets a month before, 45 now":                            "doses 90>45",
		"cut norco from 4 a day to 2":                                         "doses 4>2",
		"sitting 20 to 30 minutes":                                            "",
		"she sits for 20 minutes before the pain increases":                   "",
		"walks 2 blocks before resting for 10 minutes":                        "",
		"sitting was 20 minutes and standing was 30 minutes":                  "",
		"pain from 8/10 to 5/10":                                              "",
		"after 6 visits walking tolerance increased from 2 to 5 blocks":       "distance 600>1500",
		"no lifting over 20 pounds, no standing more than 30 minutes":         "",
		"seen on 02/03/2015 and 03/04/2015":                                   "",
		"6 visits from 2014 to 2015":                                          "",
		"sit 30 minutes per hour":                                             "",
		"takes norco 10 mg, 2 tablets a day":                                  "",
		"sit 15 min now 45 min":                                               "time 15>45",
		"function after acupuncture: sitting 20 to 45 min":                    "time 20>45",
		"functional change with acupuncture: sitting 20 min to 45 min":        "time 20>45",
		"sitting tolerance before acupuncture: 20 minutes, after: 45 minutes": "time 20>45",
		"w/ acu sitting 20 min to 45 min":                                     "time 20>45",
		"norco 4 to 2/day since acu":                                          "doses 4>2",
		"takes less norco since acu, 2/d vs 4/d":                              "doses 4>2",
		"office visits reduced from every 2 weeks to every 6 weeks":           "interval 2>6",
		"i see her every two months rather than every two weeks":              "interval 2>8.7",
		"needs office visits q6wk instead of q2wk":                            "interval 2>6",
		"visits q2wk to q8wk since acu":                                       "interval 2>8",
		"lift limit 20 lb to 45 lb":                                           "weight 20>45",
		"grip was 40 pounds in may and is 60 pounds now":                      "weight 40>60",
	} {
		if got := say(In(text)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
