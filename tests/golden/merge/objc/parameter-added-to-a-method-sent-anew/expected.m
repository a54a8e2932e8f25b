#import <Foundation/Foundation.h>
#import "Base.h"

@interface Account : NSObject <NSCopying>
@property (nonatomic, copy) NSString *name;
- (instancetype)initWithName:(NSString *)name;
- (void)deposit:(int)amount in:(NSString *)cur;
@end

@implementation Account

- (instancetype)initWithName:(NSString *)name {
    self = [super init];
    if (self) {
        _name = name;
    }
    return self;
}

<<<<<<< left
- (void)deposit:(int)amount in:(NSString *)cur {
=======
- (void)bonus {
    [self deposit:1];
}

- (void)deposit:(int)amount {
>>>>>>> right
    self.total += amount;
}

@end
